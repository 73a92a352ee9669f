import type { Glyphs } from '../../components/theme.ts';
import { exitCodeWords, isGoodExit } from '../../model/exit-code.ts';
import { healthCheckWords } from '../../model/health-check-words.ts';
import type { Container, Task } from '../../model/task.ts';
import type { ViewContext } from '../pane.ts';
import { type GridColumn, gridLines } from '../grid.ts';
import { fieldLines, type Section } from '../section.ts';
import { EMPTY_LINE, line, span, type Span } from '../text-line.ts';

/** The containers with how they are and how they ended, then their images. */
export function containersSection({ containers, taskDefinitionArn }: Task, { theme, picture }: ViewContext): Section {
	const definitions = picture.taskDefinitions[taskDefinitionArn]?.value?.containerDefinitions ?? [];
	return {
		title: 'Containers',
		wide: true,
		lines: (width) => {
			if (containers.length === 0) return [line('none yet: ECS has not placed the task', 'dim')];
			const images = containers.map(({ name, image = '-', imageDigest }) => ({
				label: name,
				text: imageDigest === undefined ? image : [image, imageDigest],
			}));
			const checks = definitions.flatMap((definition) => {
				const text = healthCheckWords(definition);
				return text === undefined ? [] : [{ label: `check of ${definition.name}`, text }];
			});
			const fields = fieldLines([...images, ...checks], width);
			return [...gridLines(columns(theme.glyphs), containers, width), EMPTY_LINE, ...fields];
		},
	};
}

function columns(glyphs: Glyphs): readonly GridColumn<Container>[] {
	return [
		{ title: 'NAME', cell: ({ name }) => span(name, 'strong') },
		{ title: 'STATUS', cell: ({ lastStatus }) => span(lastStatus) },
		{ title: 'HEALTH', cell: ({ healthStatus }) => healthSpan(healthStatus, glyphs) },
		{ title: 'CPU', align: 'right', cell: ({ cpu }) => span(cpu === undefined || cpu === '0' ? '-' : cpu) },
		{ title: 'MiB', align: 'right', cell: ({ memory, memoryReservation }) => span(memory ?? memoryReservation ?? '-') },
		{ title: 'ENDED', cell: (container) => endSpan(container) },
	];
}

function healthSpan(healthStatus: string | undefined, glyphs: Glyphs): Span {
	if (healthStatus === 'UNHEALTHY') return span(`${glyphs.failing} UNHEALTHY`, 'failing');
	return span(healthStatus ?? '-');
}

/** AWS's reason and the exit code in words: `exit 137, killed by SIGKILL · OutOfMemoryError: …`. */
function endSpan({ exitCode, reason }: Container): Span {
	const code = exitCode === undefined ? undefined : exitCodeWords(exitCode);
	const words = [code, reason].filter((part) => part !== undefined).join(' · ');
	const harmless = reason === undefined && exitCode !== undefined && isGoodExit(exitCode);
	return span(words, harmless ? 'dim' : 'failing');
}
