import type { Words } from '../rooms.ts';

export const notices: Words['notices'] = {
  linkCopied: '連結已複製。它包含整個實驗：題目、推理方法、模型和種子。',
  comparisonLinkCopied: '連結已複製。它包含設定好的比較：問題、推理方法、模型、token 數和種子。',
  setupLinkCopied: '連結已複製。它只包含目前的設定，不包含並排的執行。',
  areaLinkCopied: '連結已複製。它會開啟頁面的這個部分。',
  imported: '執行已匯入。在下方逐步檢視，或在你的裝置上再執行一次。',
  importedInPart: '執行已匯入。在下方逐步檢視，或在你的裝置上再執行一次。儲存時沒有帶上未被選中的 token。',
  downloaded: (model) => `${model} 現在在這台裝置上了。`,
  tooLarge: '這次執行太大，重新載入時無法保留。',
  exportFirst: '先匯出它（更多 › 匯出執行），再在瀏覽器裡重新載入頁面，然後匯入。',
  newVersion: '頁面的新版本準備好了。',
  newVersionWaits: '下次重新載入時啟用；正在顯示的執行會保留。',
  notRestored: '這個版本的頁面讀不了之前顯示的執行。',
  momentUnread: '這個連結裡的標題、備註或步驟讀不出來，所以略去了。實驗和分享時一樣。',
  momentMissing: '這裡的執行沒有連結所指的步驟。顯示到它的結尾。',
  original: '原來的',
};
