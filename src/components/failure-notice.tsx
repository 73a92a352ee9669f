import type { ReactNode } from 'react';
import type { AwsFailure } from '../model/aws-failure.ts';
import { failedCall, nextAndRequestId } from '../model/failure-words.ts';
import { Notice } from './notice.tsx';
import type { Theme } from './theme.ts';

export type FailureNoticeProps = {
	readonly failure: AwsFailure;
	readonly width: number;
	readonly theme: Theme;
};

/** A pane whose data could not be read at all: which call, why, and the next step. */
export function FailureNotice({ failure, width, theme }: FailureNoticeProps): ReactNode {
	return (
		<Notice
			glyph={theme.glyphs.failing}
			color={theme.failing}
			headline={failedCall(failure, true)}
			detail={failure.message}
			next={nextAndRequestId(failure)}
			width={width}
			theme={theme}
		/>
	);
}
