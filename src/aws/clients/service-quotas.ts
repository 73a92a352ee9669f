// The bundle takes what is named here, and not the operations that ask for more.
export { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
