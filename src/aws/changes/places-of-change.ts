import { placeOf, type Place } from '../../model/context.ts';
import type { Change } from './change.ts';

/** What a change is made for: a call such as RegisterTaskDefinition names no cluster itself. */
export type About = {
	/** Of the cluster whose service is to be changed. */
	readonly clusterArn: string;
};

/** Every place that a change says it is about: that of its plan, and those that its input names. It takes effect where it is sent. */
export function placesOfChange({ region, input }: Change, { clusterArn }: About): readonly Place[] {
	const members = Object.entries({ ...input, about: clusterArn }).flatMap(([member, value]: [string, unknown]) =>
		[value].flat().flatMap((text) => (typeof text === 'string' ? placeNamed(member, text) : [])),
	);
	const account = members.find((place) => place.account)?.account;
	const places = members.filter(({ clusterName }) => clusterName !== undefined);
	// Of a change that names no cluster anything may be true.
	return (places.length > 0 ? places : [{}]).map((place) => ({ account, ...place, region }));
}

function placeNamed(member: string, text: string): readonly Place[] {
	if (text.startsWith('arn:aws')) {
		const { account, clusterName } = placeOf(text);
		return /^arn:[^:]+:ecs:/u.test(text) ? [{ account, clusterName }] : [];
	}
	// The resource id of Application Auto Scaling: `service/prod/checkout`.
	const [, scaled] = /^service\/([^/]+)\/[^/]+$/u.exec(text) ?? [];
	const clusterName = scaled ?? (/^(?:cluster|about)$/u.test(member) && text !== '' ? text : undefined);
	return clusterName === undefined ? [] : [{ clusterName }];
}
