import { describe, expect, test } from 'vitest';
import { dataAge } from '../../../src/app/data-age.ts';
import type { ResourceFailure } from '../../../src/model/resource.ts';
import { EMPTY_PICTURE, type Picture } from '../../../src/store/picture.ts';
import { createServicesPane } from '../../../src/views/services/create-services-pane.tsx';
import { asking, emptiness } from '../../../src/views/services/services-words.ts';
import { INITIAL_TABLE } from '../../../src/views/ui-state.ts';
import type { UiState } from '../../../src/views/ui-state.ts';
import { shopPicture } from '../../fixtures/shop-picture.ts';
import { NIGHT, PROD, REGION, serviceArn } from '../../fixtures/shop.ts';
import { viewContext } from '../view-context.ts';

const picture = shopPicture();
const DENIED: ResourceFailure = {
	kind: 'denied',
	service: 'cloudwatch',
	operation: 'GetMetricData',
	code: 'AccessDenied',
	message: 'User: sato is not authorized to perform: cloudwatch:GetMetricData',
	next: 'Ask for the IAM permission cloudwatch:GetMetricData.',
	since: NIGHT - 5_000,
};

function context(ui: Partial<UiState> = {}) {
	return viewContext({ picture, now: NIGHT, ui });
}

function filtered(filter: string): Partial<UiState> {
	return { tables: { services: { ...INITIAL_TABLE, filter } } };
}

describe('the services pane', () => {
	test('says how many there are and how they are ordered', () => {
		expect(createServicesPane().title(context())).toEqual(['Services', '16', 'by attention']);
	});

	test('says how many of them pass the filter', () => {
		const pane = createServicesPane();
		expect(pane.title(context(filtered('tasks:2/4')))).toEqual(['Services', '1 of 16 /tasks:2/4', 'by attention']);
		expect(pane.rows(context(filtered('tasks:2/4'))).map(({ service }) => service.serviceName)).toEqual(['checkout']);
	});

	test('holds a pattern against each cell, without the mark before the name', () => {
		const names = (filter: string) =>
			createServicesPane()
				.rows(context(filtered(filter)))
				.map(({ service }) => service.serviceName);
		expect(names('/^ch.*t$/')).toEqual(['checkout']);
		expect(names('cpu:>80')).toEqual(['checkout', 'search']);
	});

	test('shows faults only on demand', () => {
		const names = createServicesPane()
			.rows(context({ faultsOnly: true }))
			.map(({ service }) => service.serviceName);
		expect(names).toEqual(['checkout', 'payments', 'search', 'inventory']);
	});

	test('says what is wrong with a filter', () => {
		expect(createServicesPane().trouble?.(context(filtered('/(/')))).toMatch(/bad regex/u);
	});

	test('says which data could be read of no service on screen', () => {
		const metrics = Object.fromEntries(Object.keys(picture.metrics).map((arn) => [arn, { failure: DENIED }]));
		const blind = viewContext({ picture: { ...picture, metrics }, now: NIGHT });
		expect(createServicesPane().trouble?.(blind)).toBe('CPU not known: no permission cloudwatch:GetMetricData');
		const scaling = Object.fromEntries(Object.keys(picture.scaling).map((arn) => [arn, { failure: DENIED }]));
		const blinder = viewContext({ picture: { ...picture, metrics, scaling }, now: NIGHT });
		expect(createServicesPane().trouble?.(blinder)).toBe('CPU, autoscaling: no permission');
		expect(createServicesPane().trouble?.(context())).toBeUndefined();
	});

	test('counts the services that cannot be described, in a row or not', () => {
		const serviceFailures = {
			[serviceArn('checkout')]: { failure: DENIED },
			[serviceArn('unseen')]: { failure: DENIED },
		};
		const some = viewContext({ picture: { ...picture, serviceFailures }, now: NIGHT });
		expect(createServicesPane().trouble?.(some)).toBe('2 services not read: AccessDenied (GetMetricData)');
	});

	test('gives the age of the services, not that of the list of clusters', () => {
		const services = { [PROD]: { ...picture.services[PROD], readAt: NIGHT - 17_000, failure: DENIED } };
		const clusters = { [REGION]: { ...picture.clusters[REGION], readAt: NIGHT - 60_000, failure: DENIED } };
		const troubleIn = (changes: Partial<Picture>) =>
			createServicesPane().trouble?.(viewContext({ picture: { ...picture, ...changes }, now: NIGHT }));
		expect(troubleIn({ services, clusters })).toBe('stale 17s: no permission cloudwatch:GetMetricData');
		expect(troubleIn({ clusters })).toBe('not read: no permission cloudwatch:GetMetricData');
	});

	test('gives the age of the oldest on screen, as the header does, when all is stale', () => {
		const services = { [PROD]: { ...picture.services[PROD], readAt: NIGHT - 17_000, failure: DENIED } };
		const metrics = Object.fromEntries(
			Object.entries(picture.metrics).map(([arn, one]) => [arn, { ...one, readAt: NIGHT - 58_000, failure: DENIED }]),
		);
		const old = viewContext({ picture: { ...picture, services, metrics }, now: NIGHT });
		const pane = createServicesPane();
		expect(pane.trouble?.(old)).toMatch(/^stale 58s: /u);
		expect(dataAge(old.picture, pane.topics(old)).readAt).toBe(NIGHT - 58_000);
	});

	test('watches the shown clusters', () => {
		expect(createServicesPane().topics(context())).toMatchObject([{ kind: 'services', clusterArn: PROD }]);
	});

	test('sorts by a column on demand', () => {
		const tables = { services: { ...INITIAL_TABLE, sort: { column: 'cpu', descending: true } } };
		const [first] = createServicesPane().rows(context({ tables }));
		expect(first?.service.serviceName).toBe('search');
		expect(createServicesPane().title(context({ tables }))).toContain('by cpu ↓');
	});
});

describe('the words of an empty table', () => {
	test('name what is being asked', () => {
		expect(asking(viewContext({ picture: EMPTY_PICTURE }))).toBe('asking ecs:ListClusters in ap-northeast-1');
		expect(asking(context())).toBe('asking ecs:ListServices for prod');
	});

	test.each([
		['a filter hides all', context(filtered('nothing')), 16, /None of 16 services matches the filter/u],
		['all is well', context({ faultsOnly: true }), 16, /All 16 services are fine/u],
		['the clusters are empty', context(), 0, /no services in the shown clusters/u],
		['there are no clusters', viewContext({ picture: EMPTY_PICTURE }), 0, /no ECS clusters in ap-northeast-1/u],
	])('say why when %s', (_, view, all, why) => {
		const { headline, next } = emptiness(view, all);
		expect(headline).toMatch(why);
		expect(next).not.toBe('');
	});
});
