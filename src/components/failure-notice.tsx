import type { ReactNode } from 'react';
import type { AwsFailure } from '../model/aws-failure.ts';
import { Notice } from './notice.tsx';
import type { Theme } from './theme.ts';

export type FailureNoticeProps = {
	readonly failure: AwsFailure;
	readonly width: number;
	readonly theme: Theme;
};

/** A pane whose data could not be read at all: which call, why, and the next step. */
export function FailureNotice({ failure, width, theme }: FailureNoticeProps): ReactNode {
	const { region, requestId: id } = failure;
	const place = region === undefined ? '' : ` in ${region}`;
	return (
		<Notice
			glyph={theme.glyphs.failing}
			color={theme.failing}
			headline={`${failure.service}:${failure.operation} failed${place}: ${failure.code}`}
			detail={failure.message}
			next={id === undefined ? failure.next : `${failure.next} (request id ${id})`}
			width={width}
			theme={theme}
		/>
	);
}
