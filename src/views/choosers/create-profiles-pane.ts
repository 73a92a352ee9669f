import { keyOf } from '../key-of.ts';
import { safeText } from '../../model/safe-text.ts';
import { createMemo } from '../memo.ts';
import type { Pane } from '../pane.ts';
import { createChooser } from './create-chooser.tsx';

/** The profiles of the AWS config files; one at a time. */
export function createProfilesPane(): Pane {
	const remembered = createMemo<readonly string[]>();
	return createChooser<string>({
		id: 'profiles',
		name: 'Profiles',
		many: false,
		columns: () => [
			{
				id: 'profile',
				title: 'PROFILE',
				width: { min: 12, ideal: 40, flex: 1 },
				priority: 0,
				cell: (name) => [{ text: safeText(name) }],
			},
		],
		items: ({ settings }) => remembered([settings.profiles], () => settings.profiles),
		keyOf: (name) => name,
		chosen: ({ settings }) => (settings.profile === undefined ? [] : [settings.profile]),
		choose: ({ settings, dispatch, effects }, [profile]) => {
			if (profile === undefined) return;
			// The clusters belong to the account that is left.
			dispatch({ type: 'select-clusters', clusterArns: [] });
			effects.connect({ profile, regions: settings.regions });
		},
		empty: (context) => ({
			why: 'There are no profiles: neither ~/.aws/config nor ~/.aws/credentials names one.',
			press: `\`aws configure sso\` makes one. ${keyOf(context, 'back')} goes back.`,
		}),
	});
}
