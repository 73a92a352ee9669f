import type { Config } from './config-schema.ts';

/** What to write for a setting, for somebody whose value cannot be meant. */
const WORDS: Readonly<Record<keyof Config, string>> = {
	profile: 'write a name, such as prod',
	regions: 'write a list, such as [eu-west-1]',
	clusters: 'write a list, such as [web, batch]',
	endpointUrl: 'write a URL, such as http://127.0.0.1:4566',
	refresh: 'write a number of seconds from 1 to 60',
	readOnly: 'write true or false',
	theme: 'write auto, dark or light',
	glyphs: 'write auto, unicode or ascii',
	utc: 'write true or false',
	keys: 'write actions with their keys, such as { quit: Q }',
};

/** `regions: write a list, such as [eu-west-1]`, for the value at a path in the config. */
export function settingWords(path: readonly PropertyKey[]): string {
	const [setting, action] = path;
	if (setting === undefined) return 'write settings with their values, such as `profile: prod`';
	if (setting === 'keys' && action !== undefined)
		return `keys: ${String(action)}: write a key or a list of keys, such as Q or [Q, ctrl-q]`;
	return `${String(setting)}: ${WORDS[setting as keyof Config]}`;
}
