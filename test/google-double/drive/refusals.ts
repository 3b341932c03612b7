import { ApiError } from '../api-error.ts';

/** Drive's refusals, with the reasons on which clients decide. */
export const fileNotFound = (id: string): ApiError =>
  new ApiError({
    status: 404,
    reason: 'notFound',
    message: `File not found: ${id}.`,
    location: 'fileId',
  });

export const driveNotFound = (id: string): ApiError =>
  new ApiError({
    status: 404,
    reason: 'notFound',
    message: `Shared drive not found: ${id}`,
    location: 'driveId',
  });

export const permissionNotFound = (id: string): ApiError =>
  new ApiError({
    status: 404,
    reason: 'notFound',
    message: `Permission not found: ${id}.`,
    location: 'permissionId',
  });

export const commentNotFound = (id: string): ApiError =>
  new ApiError({
    status: 404,
    reason: 'notFound',
    message: `Comment not found: ${id}.`,
    location: 'commentId',
  });

export const invalidParameter = (message: string, location: string): ApiError =>
  new ApiError({ status: 400, reason: 'invalid', message, location });

export const mayNot = (reason: string, message: string): ApiError =>
  new ApiError({ status: 403, reason, message });

export const mayNotWrite = (id: string): ApiError =>
  mayNot(
    'insufficientFilePermissions',
    `The user does not have sufficient permissions for file ${id}.`,
  );

export const notThisProgram = (id: string): ApiError =>
  mayNot(
    'appNotAuthorizedToFile',
    `The user has not granted the app write access to the file ${id}.`,
  );

export const noStorage = (): ApiError =>
  mayNot(
    'storageQuotaExceeded',
    'Service Accounts do not have storage quota. Leverage shared drives (https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth delegation (http://support.google.com/a/answer/7281227) instead.',
  );

export const storageFull = (): ApiError =>
  mayNot('storageQuotaExceeded', "The user's Drive storage quota has been exceeded.");
