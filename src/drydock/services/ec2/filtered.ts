import type { Filter } from '@aws-sdk/client-ec2';
import { AwsFault } from '../../wire/handler.ts';

/** What filters compare, by their names. */
export type FilterMembers<Item> = Readonly<Record<string, (item: Item) => string>>;

/** The items that have one of the values of every filter. @throws {AwsFault} InvalidParameterValue */
export function filtered<Item>(
	items: readonly Item[],
	filters: readonly Filter[],
	members: FilterMembers<Item>,
): readonly Item[] {
	return items.filter((item) =>
		filters.every(({ Name = '', Values = [] }) => {
			const member = members[Name];
			if (!member) throw new AwsFault('InvalidParameterValue', `The filter '${Name}' is invalid`);
			return Values.includes(member(item));
		}),
	);
}
