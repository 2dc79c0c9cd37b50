export const liveZh = {
  offline: (asOf: string | null) => `已离线 · ${asOf ? `数据截至 ${asOf}，` : ''}重连中`,
  behind: '有更新，正在刷新',
};

export const liveEn: typeof liveZh = {
  offline: (asOf) => `Offline · ${asOf ? `data as of ${asOf}, ` : ''}reconnecting`,
  behind: 'Newer data, refreshing',
};
