import { type Segment, segmentsWidth } from '../../components/segment.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { bindingById } from '../run-binding.ts';
import type { ServiceRow } from '../services/service-row.ts';

/** Keys beside a sentence, at most: more are no hint but a menu. */
const MOST = 3;

/** `[R] roll back  [w] why`: what can be done about a service, in the room that is left beside a line. */
export function stepKeys({ attention }: ServiceRow, context: ViewContext, room: number): readonly Segment[] {
	const [worst] = attention.findings;
	if (!worst) return [];
	const steps = worst.next.flatMap(({ binding }) => binding ?? []);
	const keys = [...new Set([...steps.slice(0, MOST - 1), 'open.why'])].flatMap((id) => {
		const binding = bindingById(context, id);
		if (!binding) return [];
		// Where there is no key its name is what one types.
		return [{ key: `[${keyOf(context, id)}]`, words: binding.keys.length === 0 ? '' : ` ${binding.label}` }];
	});
	// The way to all of it stays longest.
	const forms = keys.map((_, dropped) => [...keys.slice(0, keys.length - 1 - dropped), ...keys.slice(-1)]);
	const drawn = forms.map((form) =>
		form.flatMap(({ key, words }) => [{ text: '  ' }, { text: key, color: context.theme.accent }, { text: words }]),
	);
	return drawn.find((segments) => segmentsWidth(segments) <= room) ?? [];
}
