export const shellZh = {
  product: '楼览',
  title: '楼览 Loulan',
  skipToContent: '跳到主要内容',
};

export const shellEn: typeof shellZh = {
  product: '楼览 Loulan',
  title: 'Loulan 楼览',
  skipToContent: 'Skip to main content',
};
