export const emptyZh = {
  title: '没有符合的楼宇',
  cause: '放宽其中一个条件就能看到：',
  causeJoint: '单独放宽任何一个条件都还不够，请逐个去掉或全部清除。',
  relax: (phrase: string) => `去掉 ${phrase}`,
  gain: (count: string) => `可多出 ${count} 栋`,
  includeUnknown: (phrase: string) => `${phrase}：含未提供`,
  clear: '清除全部筛选',
  retry: '重试',
  failed: {
    network: { title: '连接不上服务器', advice: '请检查网络后重试；已载入的内容仍可使用。' },
    server: { title: '服务器出错了', advice: '不是您的操作造成的。请稍后重试。' },
    truncated: { title: '数据没有传完整', advice: '收到的楼宇目录不完整，未予采用。请重新载入。' },
    version: { title: '页面与数据版本不一致', advice: '系统可能刚刚升级。请重新载入以取得同一版本。' },
    unknown: { title: '数据没能载入', advice: '请重试；如果一直如此，请告诉管理员。' },
  },
};

export const emptyEn: typeof emptyZh = {
  title: 'No building matches',
  cause: 'Relaxing one of these would show some:',
  causeJoint: 'Relaxing any single filter is not enough. Remove them one by one, or clear all.',
  relax: (phrase) => `Remove ${phrase}`,
  gain: (count) => `${count} more`,
  includeUnknown: (phrase) => `${phrase}: include not provided`,
  clear: 'Clear all filters',
  retry: 'Try again',
  failed: {
    network: {
      title: 'The server cannot be reached',
      advice: 'Check the network and try again. What is loaded stays usable.',
    },
    server: { title: 'The server failed', advice: 'Nothing you did caused this. Please try again shortly.' },
    truncated: {
      title: 'The data arrived incomplete',
      advice: 'The incomplete catalogue was not used. Please load it again.',
    },
    version: {
      title: 'Page and data are of different versions',
      advice: 'The system may just have been upgraded. Load again to get matching versions.',
    },
    unknown: {
      title: 'The data could not be loaded',
      advice: 'Please try again; tell the administrator if it keeps happening.',
    },
  },
};
