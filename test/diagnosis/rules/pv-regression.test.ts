import { expect, test } from 'vitest';
import { aTask } from '../../fixtures/a-service.ts';
import { ago, checkout } from '../checkout.ts';
import { advice, deaths, found } from '../found.ts';

const well = aTask('checkout', 'well', { platformVersion: '1.3.0', startedAt: ago(300) });
const dead = deaths([1, 4, 8], 40, { platformVersion: '1.4.0' });

test('one revision that dies on one platform version and runs on another is not at fault', () => {
	const all = found({ service: checkout(), tasks: [well, ...dead] });
	const finding = all['x-pv-regression'];
	expect(Object.keys(all)).toEqual(['x-pv-regression']);
	expect(finding).toMatchObject({
		severity: 'critical',
		sentence: 'tasks of :43 fail on platform version 1.4.0 and run on 1.3.0; it is the platform, not the revision',
		ruledOut: expect.arrayContaining(['Not the revision: :43 runs on 1.3.0, a rollback would not help']),
	});
	expect(advice(finding)).toEqual([
		'Pin the service to platform version 1.3.0 until it is mended: that starts a deployment',
		'aws ecs update-service --cluster prod --region ap-northeast-1 --service checkout --platform-version 1.3.0',
	]);
});

test('it is not the platform where a task is well on it, too, or all are on one', () => {
	const alsoWell = aTask('checkout', 'also', { platformVersion: '1.4.0', startedAt: ago(300) });
	expect(found({ service: checkout(), tasks: [well, alsoWell, ...dead] })).not.toHaveProperty('x-pv-regression');
	expect(found({ service: checkout(), tasks: [alsoWell, ...dead] })).not.toHaveProperty('x-pv-regression');
	expect(found({ service: checkout(), tasks: [...dead] })).not.toHaveProperty('x-pv-regression');
});
