import { stripVTControlCharacters } from 'node:util';
import { Box, renderToString } from 'ink';
import { expect, test } from 'vitest';
import { createTheme } from '../../src/components/create-theme.ts';
import { FailureNotice } from '../../src/components/failure-notice.tsx';
import type { AwsFailure } from '../../src/model/aws-failure.ts';

const theme = createTheme({ background: 'dark', colors: false, unicode: true });

const FAILURE: AwsFailure = {
	kind: 'denied',
	service: 'ecs',
	operation: 'ListClusters',
	region: 'eu-west-1',
	code: 'AccessDenied',
	message: 'No.',
	requestId: '1-2',
	next: 'Ask for it.',
};

function draw(failure: AwsFailure, height: number): readonly string[] {
	const notice = (
		<Box height={height} overflow="hidden">
			<FailureNotice failure={failure} width={60} theme={theme} />
		</Box>
	);
	return renderToString(notice, { columns: 60 })
		.split('\n')
		.map((line) => stripVTControlCharacters(line).trim());
}

test('says which call failed where, and its request id', () => {
	expect(draw(FAILURE, 6).filter(Boolean)).toEqual([
		'✖ ecs:ListClusters in eu-west-1 failed: AccessDenied',
		'No.',
		'Ask for it. (request id 1-2)',
	]);
});

test('a very long message gives way to the call that failed and to what to do', () => {
	const lines = draw({ ...FAILURE, message: 'no and '.repeat(200) }, 8);
	expect(lines.find(Boolean)).toBe('✖ ecs:ListClusters in eu-west-1 failed: AccessDenied');
	expect(lines).toContain('Ask for it. (request id 1-2)');
});
