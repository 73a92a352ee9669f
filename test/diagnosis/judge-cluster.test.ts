import { expect, test } from 'vitest';
import { attention } from '../../src/diagnosis/attention.ts';
import { findingsOf, judgeCluster } from '../../src/diagnosis/judge-cluster.ts';
import { aService } from '../fixtures/a-service.ts';
import { NIGHT } from '../fixtures/shop.ts';

function judged(name: string, runningCount = 2) {
	const evidence = { service: aService(name, { runningCount }) };
	return { evidence, attention: attention(evidence, NIGHT) };
}

test('services that share nothing stay who they are', () => {
	const services = [judged('cart'), judged('search', 0)];
	expect(judgeCluster(services, NIGHT)).toBe(services);
});

test('what is found is told once, the worst first', () => {
	const services = [judged('cart', 1), judged('search', 0), judged('api')];
	const findings = findingsOf([...services, ...services]);
	expect(findings.map(({ serviceArns: [arn] }) => arn?.split('/').at(-1))).toEqual(['search', 'cart']);
});
