// What drydock answers of Service Quotas.
export { GetServiceQuota$, NoSuchResourceException$ } from '@aws-sdk/client-service-quotas';
