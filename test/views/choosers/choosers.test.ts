import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { findBinding } from '../../../src/keymap/keymap.ts';
import type { Pane } from '../../../src/views/pane.ts';
import { createClustersPane } from '../../../src/views/choosers/create-clusters-pane.ts';
import { createContextsPane } from '../../../src/views/choosers/create-contexts-pane.ts';
import { createProfilesPane } from '../../../src/views/choosers/create-profiles-pane.ts';
import { createRegionsPane } from '../../../src/views/choosers/create-regions-pane.ts';
import type { UiState } from '../../../src/views/ui-state.ts';
import { PROD } from '../../fixtures/shop.ts';
import { aCluster } from '../../fixtures/a-service.ts';
import { SHOP, viewContext } from '../view-context.ts';

const STAGING_ARN = PROD.replace('prod', 'staging');
const staging = { ...aCluster(), clusterArn: STAGING_ARN, clusterName: 'staging' };
const picture = { ...SHOP, clusters: { 'ap-northeast-1': { value: [aCluster(), staging], readAt: 0 } } };

function press(pane: Pane, key: string, ui: Partial<UiState> = {}, settings = viewContext().settings) {
	const context = viewContext({ picture, ui, settings });
	const binding = findBinding([pane.bindings], key);
	const off = binding?.offBecause?.(context);
	if (off === undefined) binding?.run(context);
	return { off, actions: context.actions, asked: context.asked };
}

test('space ticks a cluster, whatever is shown now', () => {
	const ui = { clusterArns: [PROD], tables: { clusters: { cursor: STAGING_ARN, filter: '', sort: undefined } } };
	expect(press(createClustersPane(), 'space', ui).actions).toEqual([
		{ type: 'mark', pane: 'clusters', marks: [STAGING_ARN] },
	]);
});

test('space takes a tick away again', () => {
	expect(press(createClustersPane(), 'space', { marks: { clusters: [PROD, STAGING_ARN] } }).actions).toEqual([
		{ type: 'mark', pane: 'clusters', marks: [STAGING_ARN] },
	]);
});

test('Enter shows the ticked clusters together', () => {
	const marks = [PROD, STAGING_ARN];
	expect(press(createClustersPane(), 'enter', { marks: { clusters: marks } }).actions).toEqual([
		{ type: 'mark', pane: 'clusters', marks: undefined },
		{ type: 'select-clusters', clusterArns: marks },
		{ type: 'home' },
	]);
});

test('Enter without ticks shows the cluster under the cursor alone', () => {
	const tables = { clusters: { cursor: STAGING_ARN, filter: '', sort: undefined } };
	expect(press(createClustersPane(), 'enter', { tables }).actions).toContainEqual({
		type: 'select-clusters',
		clusterArns: [STAGING_ARN],
	});
});

test('Enter shows what the cursor is on when every tick was taken away, and the border counts ticks', () => {
	const ui: Partial<UiState> = {
		marks: { clusters: [] },
		tables: { clusters: { cursor: STAGING_ARN, filter: '', sort: undefined } },
	};
	expect(press(createClustersPane(), 'enter', ui)).toMatchObject({
		off: undefined,
		actions: [{ type: 'mark' }, { type: 'select-clusters', clusterArns: [STAGING_ARN] }, { type: 'home' }],
	});
	expect(createClustersPane().title(viewContext({ picture, ui }))).toEqual(['Clusters', '2 of 2 shown']);
	const ticked = viewContext({ picture, ui: { marks: { clusters: [PROD] } } });
	expect(createClustersPane().title(ticked)).toEqual(['Clusters', '2 of 2 shown', '1 ticked']);
});

test('what is shown does not look as if it had been ticked', () => {
	const { Body } = createClustersPane();
	const context = viewContext({ picture, ui: { clusterArns: [PROD], marks: { clusters: [STAGING_ARN] } } });
	const screen = renderToString(createElement(Body, { context, width: 80, height: 6, focused: true }), { columns: 80 });
	expect(stripVTControlCharacters(screen)).toMatch(/● {2}prod [^]*✔ {2}staging /u);
});

test('the bar begins on the profile in use, and moves on from there', () => {
	const { actions } = press(createProfilesPane(), 'k');
	expect(actions).toEqual([{ type: 'cursor', pane: 'profiles', cursor: 'default' }]);
	expect(press(createProfilesPane(), 'enter').asked).toEqual([
		['connect', { profile: 'ops', regions: ['ap-northeast-1'] }],
	]);
});

test('other regions are read with the same profile, and the chosen clusters are not forgotten', () => {
	const tables = { regions: { cursor: 'eu-west-1', filter: '', sort: undefined } };
	const { actions, asked } = press(createRegionsPane(), 'enter', { tables, clusterArns: [PROD] });
	expect(asked).toEqual([['connect', { profile: 'ops', regions: ['eu-west-1'] }]]);
	expect(actions).not.toContainEqual({ type: 'select-clusters', clusterArns: [] });
});

test('another profile keeps the regions, and there is one profile at a time', () => {
	const pane = createProfilesPane();
	const tables = { profiles: { cursor: 'default', filter: '', sort: undefined } };
	expect(press(pane, 'enter', { tables }).asked).toEqual([
		['connect', { profile: 'default', regions: ['ap-northeast-1'] }],
	]);
	expect(findBinding([pane.bindings], 'space')).toBeUndefined();
});

const contexts = [
	{
		name: 'live',
		profile: 'shop-prod',
		account: '111122223333',
		regions: ['eu-west-1'],
		clusters: ['prod'],
		protected: true,
	},
	{ name: 'audit', account: '444455556666', readOnly: true },
];

test('a context is opened with its profile, regions and clusters; what it leaves open stays', () => {
	const settings = { ...viewContext().settings, contexts };
	expect(press(createContextsPane(), 'enter', {}, settings).asked).toEqual([
		['connect', { context: 'live', profile: 'shop-prod', regions: ['eu-west-1'], clusters: ['prod'] }],
	]);
	const tables = { contexts: { cursor: 'audit', filter: '', sort: undefined } };
	expect(press(createContextsPane(), 'enter', { tables }, settings).asked).toEqual([
		['connect', { context: 'audit', profile: 'ops', regions: ['ap-northeast-1'], clusters: [] }],
	]);
});

test('the contexts say what holds in each, and which one is on the screen', () => {
	const { Body } = createContextsPane();
	const here = contexts.map((context) => ({ ...context, regions: ['ap-northeast-1'] }));
	const context = viewContext({ picture, settings: { ...viewContext().settings, contexts: here } });
	const screen = renderToString(createElement(Body, { context, width: 110, height: 6, focused: true }), {
		columns: 110,
	});
	expect(stripVTControlCharacters(screen)).toMatch(
		/● +live +protected +111122223333 +shop-prod[^]* {3}audit +read-only +444455556666 +- /u,
	);
});

test('the clusters lead to the contexts', () => {
	expect(press(createClustersPane(), 'c').actions).toEqual([{ type: 'open', screen: 'contexts' }]);
});
