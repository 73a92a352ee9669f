/** What was typed and chosen in a form, by the ids of its fields; a tick is `on`. */
export type Values = Readonly<Record<string, string>>;

export type Choice = { readonly value: string; readonly label: string };

/** One thing that a form asks for. */
export type Field = {
	readonly id: string;
	/** `Desired count` */
	readonly label: string;
	/** What it is now: `4` in `4 → 6`. */
	readonly now?: string;
	/** What can be written there, in dim words beside it. */
	readonly hint?: string;
} & (
	| {
			readonly kind: 'text';
			readonly initial?: string;
			readonly unit?: string;
			/** What can be taken instead of typing it, likeliest first. */
			readonly suggestions?: readonly string[];
	  }
	/** At least one; the first is chosen at first unless `initial` names another. */
	| { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly initial?: string }
	| { readonly kind: 'tick'; readonly initial?: 'on' }
	/** A text of several lines, changed in the person's own editor. */
	| { readonly kind: 'document'; readonly initial: string }
);

/** What stands in a field: what was typed or chosen, or what it begins with. */
export function valueOf(field: Field, values: Values): string {
	const value = values[field.id] ?? field.initial;
	if (field.kind !== 'choice') return value ?? '';
	// A choice that is no longer offered is not chosen any more.
	const chosen = field.choices.find((choice) => choice.value === value) ?? field.choices[0];
	return chosen?.value ?? '';
}
