import { causeOf, failed, shopRequest } from '../shop-request.ts';
import type { Moment, Voice } from '../voice.ts';

/** A Spring Boot service (Logback's default pattern) whose errors bring their stack trace. */
export const java: Voice = {
	opening: (moment) => [
		[
			'  .   ____          _            __ _ _',
			` /\\\\ / ___'_ __ _ _(_)_ __  __ _ \\ \\ \\ \\   :: Spring Boot ::  (v4.0.1)`,
		],
		entry(moment, 'INFO', 'main', `Starting ${className(moment)}Application v8.12.0 using Java 25 with PID 1`),
		entry(moment, 'INFO', 'main', 'HikariPool-1 - Start completed.'),
		entry(moment, 'INFO', 'main', 'Filling the product cache from catalog-db.shop.internal:5432'),
		[
			entry(moment, 'INFO', 'main', `Tomcat started on port ${moment.stream.port} (http) with context path '/'`),
			entry(moment, 'INFO', 'main', `Started ${className(moment)}Application in ${seconds(moment)} seconds`),
		],
	],
	speak(moment) {
		const request = shopRequest(moment);
		const thread = `http-nio-${moment.stream.port}-exec-${moment.dice.between(1, 20)}`;
		if (failed(request)) {
			return [
				entry(moment, 'ERROR', thread, `${request.method} ${request.path} failed [trace=${request.traceId}]`),
				...stackTrace(moment, causeOf(moment, request)),
			];
		}
		if (moment.trouble === 'slow-dependency' && moment.dice.chance(0.2)) {
			return [
				entry(
					moment,
					'WARN',
					thread,
					'HikariPool-1 - Thread starvation or clock leap detected (housekeeper delta=47s).',
				),
			];
		}
		const { method, path, status, durationMs, orderId, customer, amount } = request;
		if (status === 201) return [entry(moment, 'INFO', thread, `Captured EUR ${amount} for ${orderId} (${customer})`)];
		return [entry(moment, status >= 400 ? 'WARN' : 'INFO', thread, `${method} ${path} ${status} in ${durationMs} ms`)];
	},
	closing: (moment, ending) =>
		ending === 'terminated'
			? [
					entry(
						moment,
						'INFO',
						'SpringApplicationShutdownHook',
						'Commencing graceful shutdown. Waiting for active requests to complete',
					),
					entry(moment, 'INFO', 'SpringApplicationShutdownHook', 'HikariPool-1 - Shutdown completed.'),
				]
			: [
					entry(moment, 'ERROR', 'main', 'Application run failed'),
					...stackTrace(
						moment,
						'Could not resolve placeholder \'payments.gateway.url\' in value "${payments.gateway.url}"',
					),
				],
};

function entry({ at, stream }: Moment, level: string, thread: string, message: string): string {
	const time = new Date(at).toISOString();
	return `${time}  ${level.padStart(5)} 1 --- [${stream.service}] [${thread}] com.shop.${className({ stream })} : ${message}`;
}

/** As Spring counts: from when the JVM was up. */
function seconds({ stream: { openingMs }, dice }: Moment): string {
	return (Math.max(0, openingMs - dice.between(300, 900)) / 1000).toFixed(3);
}

function className({ stream }: Pick<Moment, 'stream'>): string {
	return stream.service.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function stackTrace(moment: Moment, message: string): readonly string[] {
	const { dice } = moment;
	const name = className(moment);
	return [
		`java.lang.IllegalStateException: ${message}`,
		`\tat com.shop.${name}Service.handle(${name}Service.java:${dice.between(40, 220)})`,
		`\tat com.shop.${name}Controller.post(${name}Controller.java:${dice.between(30, 90)})`,
		'\tat java.base/jdk.internal.reflect.DirectMethodHandleAccessor.invoke(DirectMethodHandleAccessor.java:104)',
		'\tat org.apache.catalina.core.StandardWrapperValve.invoke(StandardWrapperValve.java:165)',
		`Caused by: java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after ${dice.between(30_000, 30_050)}ms`,
		`\tat com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:${dice.between(680, 720)})`,
		'\t... 42 more',
	];
}
