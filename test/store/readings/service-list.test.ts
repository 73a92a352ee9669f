import { expect, test } from 'vitest';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { awsOver, tally } from '../../aws/aws-over.ts';
import { PROD, serviceArn } from '../../fixtures/shop.ts';
import { steppedTime } from '../stepped-time.ts';

type ListQuery = { readonly maxResults?: number; readonly nextToken?: string };

/** A cluster over drydock's wire that refuses to describe some of its services. */
function watch(count: number, refused: (arn: string) => boolean = () => false) {
	const arns = Array.from({ length: count }, (_, index) => serviceArn(`s${index}`));
	const ecs = {
		ListServices: ({ maxResults = 10, nextToken = '0' }: ListQuery) => {
			const to = Number(nextToken) + maxResults;
			return { serviceArns: arns.slice(Number(nextToken), to), ...(to < count && { nextToken: String(to) }) };
		},
		DescribeServices: ({ services }: { readonly services: readonly string[] }) => {
			if (services.some(refused)) throw new AwsFault('AccessDeniedException', 'not authorized');
			return { services: services.map((arn) => ({ serviceArn: arn, clusterArn: PROD, status: 'ACTIVE' })) };
		},
		ListTasks: () => ({ taskArns: [] }),
	};
	const { aws, operations } = awsOver({ ecs });
	const time = steppedTime();
	const store = createStore({ aws, time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: arns.slice(0, 20) });
	store.watch({ kind: 'service', serviceArn: serviceArn('s3') });
	/** Time stands still until the answers are there: the wire takes turns of its own. */
	const until = async (holds: () => boolean): Promise<void> => {
		while (!holds()) {
			await new Promise<void>((resolve) => void setImmediate(resolve));
			await time.step(holds() ? 0 : 10);
		}
	};
	const calls = () => {
		const { ListServices = 0, DescribeServices = 0 } = tally(operations());
		return ListServices + DescribeServices;
	};
	const known = () => Object.keys(store.getState().services[PROD]?.value ?? {}).length;
	return { store, until, calls, known, stop: () => (store.stop(), aws.close()) };
}

test.each([
	[100, 11],
	[500, 55],
])('the first look at %i services costs %i calls, whatever is selected meanwhile', async (count, cost) => {
	const { until, known, calls, stop } = watch(count);
	await until(() => known() === count);
	expect(calls()).toBe(cost);
	stop();
});

test('a service that is refused at the first look is found out and named, and all others are there', async () => {
	const refused = serviceArn('s25');
	const { store, until, known, stop } = watch(40, (arn) => arn === refused);
	await until(() => known() === 39 && store.getState().serviceFailures[refused] !== undefined);
	expect(store.getState().services[PROD]?.failure).toBeUndefined();
	expect(store.getState().serviceFailures[refused]?.failure).toMatchObject({ kind: 'denied' });
	stop();
});

test('a cluster whose services are all refused is told to be so, and hardly asked any more', async () => {
	const { store, until, calls, stop } = watch(100, () => true);
	await until(() => store.getState().services[PROD]?.failure !== undefined);
	expect(store.getState().services[PROD]?.failure).toMatchObject({ kind: 'denied', operation: 'DescribeServices' });
	const before = calls();
	let turns = 0;
	await until(() => turns++ > 3_000);
	expect(calls() - before).toBeLessThan(10);
	expect(store.getState().serviceFailures).toEqual({});
	stop();
});
