import { renderToString } from 'ink';
import { expect, test } from 'vitest';
import type { ViewContext } from '../../src/views/pane.ts';
import { line } from '../../src/views/text-line.ts';
import { textPane } from '../../src/views/text-pane.tsx';
import { viewContext } from './view-context.ts';

test('makes its text once for the title, the keys and the screen, and anew when what it is made of changes', () => {
	let made = 0;
	const pane = textPane<readonly string[]>({
		id: 'help',
		title: () => ['Help'],
		topics: () => [],
		subject: ({ settings }) => ({ value: settings.regions }),
		asking: () => '',
		empty: () => ({ why: '' }),
		lines: (regions) => {
			made += 1;
			return regions.map((region) => line(region));
		},
	});
	const context = viewContext({ ui: { screens: ['help'] } });
	const draw = (shown: ViewContext) => {
		pane.title(shown);
		const [down] = pane.bindings.filter(({ id }) => id === 'move.down');
		down?.run(shown);
		return renderToString(<pane.Body context={shown} width={78} height={5} focused />, { columns: 78 });
	};
	expect(draw(context)).toContain('ap-northeast-1');
	expect(made).toBe(1);
	draw({ ...context, ui: { ...context.ui, scrolls: { help: 1 } } });
	expect(made).toBe(1);
	draw({ ...context, now: context.now + 1_000 });
	expect(made).toBe(2);
	expect(draw({ ...context, settings: { ...context.settings, regions: ['eu-west-1'] } })).toContain('eu-west-1');
	expect(draw({ ...context, ui: { ...context.ui, valuesShown: true } })).toContain('ap-northeast-1');
	expect(made).toBe(4);
});
