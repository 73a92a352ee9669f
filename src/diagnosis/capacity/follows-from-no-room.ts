/** Ids of what a lack of room on instances alone leads to: a finding that says why there is none explains them. */
export const FOLLOWS_FROM_NO_ROOM: readonly string[] = [
	'placement-cpu',
	'placement-memory',
	'placement-port',
	'placement-generic',
	'placement-partial-launch',
	'x-desired-gap',
	'x-start-loop',
];
