/** What the settings file of a desk is called. */
export const settingsFileName = 'layanan-vicon.json';
