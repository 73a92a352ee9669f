import { CONTEXT_SETTINGS, type Config } from './config-schema.ts';

/** What to write for a setting, for somebody whose value cannot be meant. */
const WORDS: Readonly<Record<keyof Config, string>> = {
	profile: 'write a name, such as prod',
	regions: 'write a list, such as [eu-west-1]',
	clusters: 'write a list, such as [web, batch]',
	contexts: "write names with what they are recognised by, such as { prod: { account: '111122223333' } }",
	endpointUrl: 'write a URL, such as http://127.0.0.1:4566',
	refresh: 'write a number of seconds from 1 to 60',
	readOnly: 'write true or false',
	theme: 'write auto, dark or light',
	glyphs: 'write auto, unicode or ascii',
	utc: 'write true or false',
	keys: 'write actions with their keys, such as { quit: Q }',
};

/** The same for a setting of a context. */
const CONTEXT_WORDS: Readonly<Record<(typeof CONTEXT_SETTINGS)[number], string>> = {
	profile: WORDS.profile,
	account: "write its twelve digits in quotes, such as '011122223333': without them YAML takes away leading zeros",
	regions: WORDS.regions,
	clusters: 'write a list of names, with * for any letters, such as [prod, "prod-*"]',
	readOnly: WORDS.readOnly,
	protected: 'write true or false',
};

/** `regions: write a list, such as [eu-west-1]`, for the value at a path in the config. */
export function settingWords(path: readonly PropertyKey[]): string {
	const [setting, action] = path;
	if (setting === undefined) return 'write settings with their values, such as `profile: prod`';
	if (setting === 'keys' && action !== undefined)
		return `keys: ${String(action)}: write a key or a list of keys, such as Q or [Q, ctrl-q]`;
	if (setting === 'contexts' && action !== undefined) return `contexts: ${contextWords(path.slice(1))}`;
	return `${String(setting)}: ${WORDS[setting as keyof Config]}`;
}

/** What is wrong at a path where no setting has such a name. */
export function noSuchSetting(path: readonly PropertyKey[], name: string, settings: readonly string[]): string {
	return (
		[...path, name].map((part) => `${String(part)}: `).join('') +
		`there is no such setting; there are ${settings.join(', ')}`
	);
}

function contextWords([name, setting]: readonly PropertyKey[]): string {
	const words =
		setting === undefined
			? `write a plain name, and what it is recognised by: ${CONTEXT_SETTINGS.join(', ')}`
			: `${String(setting)}: ${CONTEXT_WORDS[setting as keyof typeof CONTEXT_WORDS]}`;
	return `${String(name)}: ${words}`;
}
