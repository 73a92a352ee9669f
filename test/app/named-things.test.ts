import { expect, test } from 'vitest';
import { namedThings } from '../../src/app/named-things.ts';
import { paletteEntries } from '../../src/app/palette-entries.ts';
import { createPanes } from '../../src/app/panes.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT, PROD, serviceArn } from '../fixtures/shop.ts';
import { viewContext } from '../views/view-context.ts';

/** What the palette finds first for a text, and what choosing it does. */
function found(text: string) {
	const contexts = [{ name: 'live', profile: 'shop-prod', regions: ['eu-west-1'], clusters: ['prod'] }];
	const settings = { ...viewContext().settings, contexts };
	const context = viewContext({ picture: shopPicture(), now: NIGHT, settings });
	const [first] = paletteEntries([], text, namedThings(context, createPanes().services.allRows(context)));
	first?.binding.run(context);
	return { label: first?.binding.label, help: first?.binding.help, actions: context.actions, asked: context.asked };
}

test('a service is found by its name', () => {
	expect(found('paym')).toMatchObject({
		label: 'payments',
		help: 'service in prod',
		actions: [{ type: 'go-to', serviceArn: serviceArn('payments') }],
	});
});

test('a task is found by the beginning of its id, and a cluster by its name', () => {
	expect(found('3f2a1b')).toMatchObject({
		help: 'task of checkout',
		actions: [{ type: 'go-to', serviceArn: serviceArn('checkout') }],
	});
	expect(found('prod').actions).toContainEqual({ type: 'select-clusters', clusterArns: [PROD] });
});

test('a context is found by its name, and opened with its profile, regions and clusters', () => {
	expect(found('liv')).toMatchObject({
		help: 'context',
		asked: [['connect', { context: 'live', profile: 'shop-prod', regions: ['eu-west-1'], clusters: ['prod'] }]],
	});
});

test('nothing is listed by name before a letter was typed', () => {
	expect(found('').label).toBeUndefined();
});
