import type { Words } from '../rooms.ts';

export const notices: Words['notices'] = {
  linkCopied: '链接已复制。它包含整个实验：题目、推理方法、模型和种子。',
  comparisonLinkCopied: '链接已复制。它包含设置好的比较：问题、推理方法、模型、token 数和种子。',
  setupLinkCopied: '链接已复制。它只包含当前的设置，不包含并排的运行。',
  areaLinkCopied: '链接已复制。它会打开页面的这个部分。',
  imported: '运行已导入。在下方逐步查看，或在你的设备上再运行一次。',
  importedInPart: '运行已导入。在下方逐步查看，或在你的设备上再运行一次。保存时没有带上未被选中的 token。',
  downloaded: (model) => `${model} 现在在这台设备上了。`,
  tooLarge: '这次运行太大，重新加载时无法保留。',
  exportFirst: '先导出它（更多 › 导出运行），再在浏览器里重新加载页面，然后导入。',
  newVersion: '页面的新版本准备好了。',
  newVersionWaits: '下次重新加载时启用；正在显示的运行会保留。',
  notRestored: '这个版本的页面读不了之前显示的运行。',
  momentUnread: '这个链接里的标题、备注或步骤读不出来，所以略去了。实验和分享时一样。',
  momentMissing: '这里的运行没有链接所指的步骤。显示到它的结尾。',
  original: '原来的',
};
