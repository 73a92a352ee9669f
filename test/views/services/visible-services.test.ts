import { describe, expect, test } from 'vitest';
import { createServiceRows } from '../../../src/views/services/create-service-rows.ts';
import { serviceTopics } from '../../../src/views/services/visible-services.ts';
import { shopPicture } from '../../fixtures/shop-picture.ts';
import { NIGHT, PROD, serviceArn } from '../../fixtures/shop.ts';

const STAGING = 'arn:aws:ecs:ap-northeast-1:111122223333:cluster/staging';
const rows = createServiceRows()(shopPicture(), [], NIGHT);

describe('what is on screen', () => {
	test('is what lies within a page of the cursor, in whole tens', () => {
		const [topic] = serviceTopics([PROD], rows, { cursor: serviceArn('checkout'), page: 8 });
		expect(topic).toMatchObject({ kind: 'services', clusterArn: PROD });
		expect(topic?.kind === 'services' && topic.visible).toHaveLength(10);
	});

	test('stays the same while the cursor moves a little, and in any order', () => {
		const first = serviceTopics([PROD], rows, { cursor: serviceArn('checkout'), page: 8 });
		expect(serviceTopics([PROD], rows, { cursor: serviceArn('payments'), page: 8 })).toEqual(first);
		const [one, two, ...others] = rows;
		if (!one || !two) throw new Error('the shop has services');
		expect(serviceTopics([PROD], [two, one, ...others], { cursor: serviceArn('checkout'), page: 8 })).toEqual(first);
	});

	test('names each cluster with its own services', () => {
		expect(serviceTopics([PROD, STAGING], rows, { cursor: undefined, page: 8 })[1]).toEqual({
			kind: 'services',
			clusterArn: STAGING,
			visible: [],
		});
	});
});
