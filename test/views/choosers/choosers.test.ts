import { expect, test } from 'vitest';
import { findBinding } from '../../../src/keymap/keymap.ts';
import type { Pane } from '../../../src/views/pane.ts';
import { createClustersPane } from '../../../src/views/choosers/create-clusters-pane.ts';
import { createProfilesPane } from '../../../src/views/choosers/create-profiles-pane.ts';
import { createRegionsPane } from '../../../src/views/choosers/create-regions-pane.ts';
import type { UiState } from '../../../src/views/ui-state.ts';
import { PROD } from '../../fixtures/shop.ts';
import { aCluster } from '../../fixtures/a-service.ts';
import { SHOP, viewContext } from '../view-context.ts';

const STAGING_ARN = PROD.replace('prod', 'staging');
const staging = { ...aCluster(), clusterArn: STAGING_ARN, clusterName: 'staging' };
const picture = { ...SHOP, clusters: { 'ap-northeast-1': { value: [aCluster(), staging], readAt: 0 } } };

function press(pane: Pane, key: string, ui: Partial<UiState> = {}) {
	const context = viewContext({ picture, ui });
	const binding = findBinding([pane.bindings], key);
	const off = binding?.offBecause?.(context);
	if (off === undefined) binding?.run(context);
	return { off, actions: context.actions, asked: context.asked };
}

test('space adds a cluster to those that are shown together', () => {
	const ui = { clusterArns: [PROD], tables: { clusters: { cursor: STAGING_ARN, filter: '', sort: undefined } } };
	expect(press(createClustersPane(), 'space', ui).actions).toEqual([
		{ type: 'mark', pane: 'clusters', marks: [PROD, STAGING_ARN] },
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
	expect(createClustersPane().title(viewContext({ picture, ui }))).toEqual(['Clusters', '0 of 2 ticked']);
	expect(createClustersPane().title(viewContext({ picture }))).toEqual(['Clusters', '2 of 2 shown']);
});

test('other regions are read with the same profile, and the chosen clusters are not forgotten', () => {
	const tables = { regions: { cursor: 'eu-west-1', filter: '', sort: undefined } };
	const { actions, asked } = press(createRegionsPane(), 'enter', { tables, clusterArns: [PROD] });
	expect(asked).toEqual([['connect', { profile: 'ops', regions: ['eu-west-1'] }]]);
	expect(actions).not.toContainEqual({ type: 'select-clusters', clusterArns: [] });
});

test('another profile keeps the regions, and there is one profile at a time', () => {
	const pane = createProfilesPane();
	expect(press(pane, 'enter').asked).toEqual([['connect', { profile: 'default', regions: ['ap-northeast-1'] }]]);
	expect(findBinding([pane.bindings], 'space')).toBeUndefined();
});
