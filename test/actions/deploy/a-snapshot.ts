import type { DeploySnapshot } from '../../../src/actions/deploy/deploy-snapshot.ts';
import type { Service } from '../../../src/model/service.ts';
import { ACCOUNT, REGION } from '../../fixtures/shop.ts';
import { service as shopService } from '../../fixtures/shop-service.ts';

export const ARN = (revision: number) => `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/checkout:${revision}`;

function document(images: Readonly<Record<string, string>>, members: object) {
	return {
		taskDefinitionArn: ARN(43),
		family: 'checkout',
		revision: 43,
		status: 'ACTIVE',
		requiresAttributes: [{ name: 'x' }],
		compatibilities: ['FARGATE'],
		registeredAt: 1,
		registeredBy: 'ci',
		requiresCompatibilities: ['FARGATE'],
		cpu: '512',
		memory: '1024',
		pidMode: 'task',
		containerDefinitions: Object.entries(images).map(([name, image]) => ({
			name,
			image,
			portMappings: name === 'app' ? [{ containerPort: 8080 }] : [],
			dockerLabels: { image: 'reg/app:keepme' },
			...(name === 'agent' ? { essential: false } : {}),
		})),
		...members,
	};
}

/** What a plan is made from: checkout at revision 43, with these images by container. */
export function aSnapshot(
	images: Readonly<Record<string, string>>,
	changes: Partial<Service> = {},
	members: object = {},
): DeploySnapshot {
	const service = { ...shopService('checkout', { revision: 43, desired: 4, balanced: false }), ...changes };
	const base = { document: document(images, members), tags: [{ key: 'team', value: 'shop' }] };
	return {
		service: { ...service, taskDefinition: ARN(43) },
		base,
		newest: { value: base },
		history: { value: [] },
		images: new Map(),
		alarms: { value: [] },
	};
}
