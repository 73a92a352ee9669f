import { byAttention } from '../../diagnosis/by-attention.ts';
import { familyRevision } from '../../model/arn.ts';
import { primaryDeployment } from '../../model/service.ts';
import type { CommandContext } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { findServices, type FoundService } from '../find.ts';
import { serviceJson } from '../json/service-json.ts';
import { type Judgement, judgeServices } from '../judge-services.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';
import { counted } from '../progress.ts';

type Row = FoundService & Pick<Judgement, 'attention' | 'without'>;

const COLUMNS: readonly PrintColumn<Row>[] = [
	{ title: 'SERVICE', text: ({ service }) => service.serviceName },
	{ title: 'CLUSTER', text: ({ cluster }) => cluster.clusterName },
	{ title: 'TASKS', align: 'right', text: ({ service }) => `${service.runningCount}/${service.desiredCount}` },
	{ title: 'REVISION', text: ({ service }) => familyRevision(service.taskDefinition) || '-' },
	{ title: 'ROLLOUT', text: ({ service }) => primaryDeployment(service)?.rolloutState ?? '-' },
	{ title: 'STATE', text: (row) => row.attention.level },
	{ title: 'WHY', text: (row) => row.attention.reason },
];

export async function runServices(context: CommandContext<object>): Promise<ExitStatus> {
	const { io } = context;
	const target = await context.target();
	const { found, missing } = await counted(io, 'services', (count) => findServices(target, io.signal, count));
	const judged = await counted(io, `of ${found.length} services judged`, (count) =>
		judgeServices(
			target.aws,
			found.map(({ service }) => service),
			io,
			{ onCount: count },
		),
	);
	const rows = found
		.flatMap((row): readonly Row[] => {
			const found = judged.get(row.service.serviceArn);
			return found ? [{ ...row, attention: found.attention, without: found.without }] : [];
		})
		.toSorted(byAttention);
	return printList(context, {
		name: 'services',
		rows,
		columns: COLUMNS,
		toJson: ({ service, attention: { findings: _told, ...attention }, without }) => ({
			...serviceJson(service),
			attention: { ...attention, ...(without.length > 0 ? { without } : {}) },
		}),
		missing,
	});
}
