/** Trades and industries as articles and callers name them. */
import type { TargetIndustry } from '../../model/building.ts';

/** Longest first where one word is the beginning of another; the order of the list does not matter. */
export const industryWords: Readonly<Record<TargetIndustry, string>> = {
  finance:
    '金融|跨境支付|跨境金融|支付|城商行|农商行|商业银行|信用社|小贷|担保|券商|消费金融|汽车金融|财务公司|交易所|金控|信贷|投资公司|投资管理|资管|理财|征信|典当|支付公司|投行|家族办公室|基金公司|创投|风投|金融业|金融机构|金融服务|类金融|银行|证券|保险|基金|信托|私募|融资租赁|商业保理|财富管理|资产管理|金融科技|期货|投资机构|fintech|financial|finance|banking|bank|insurance|asset management|securities|wealth management|private equity|fund manager',
  headquarters:
    '总部|企业总部|总部经济|总部企业|总部型企业|总部机构|区域总部|地区总部|headquarters|regional headquarters|corporate headquarters|hq',
  technology:
    '科技|科创|科技创新|信息技术|互联网|数字经济|软件|软件开发|高新技术|人工智能|大数据|云计算|it|数字科技|新一代信息技术|集成电路|芯片|物联网|网络科技|网络安全|区块链|机器人|自动驾驶|数科|通信|信息科技|robotics|cloud|data|cyber|cybersecurity|it services|游戏|电商|technology|tech|software|internet|ai|artificial intelligence|digital|saas|semiconductor',
  professionalServices:
    '专业服务|专业服务业|律所|律师事务所|法律服务|法律|律师|税务|税务师|公证|评估公司|资产评估|猎头|代理记账|律师所|会计|会计师事务所|咨询公司|咨询机构|咨询服务|咨询类|咨询业|管理咨询|人力资源|中介服务|现代服务业|现代服务|审计|知识产权|检验检测|设计咨询|professional services|law firm|law firms|legal|accounting|accountancy|consulting|consultancy|audit|advisory',
  trade: '商贸|贸易|国际贸易|批发|进出口|外贸|航运|供应链|trade|trading|import and export|shipping',
  retail: '零售|零售业|商业零售|百货|买手店|精品零售|新零售|品牌零售|retail|retailers|retailer',
  luxury: '轻奢|轻奢品牌|奢侈品|奢侈品牌|luxury|affordable luxury',
  designerBrands:
    '设计师品牌|设计师|原创设计|潮流品牌|设计师店|designer brands|designer brand|designer labels',
  crossBorderRetail:
    '跨境零售|跨境电商|跨境|跨境商品|cross-border retail|cross-border e-commerce|cross-border',
  catering:
    '餐饮|特色餐饮|美食|餐饮业|餐厅|咖啡|酒吧|茶饮|轻食|奶茶|烘焙|面包|甜品|日料|酒楼|餐吧|coffee|bakery|tea|西餐|火锅|catering|restaurants|restaurant|f&b|dining|food and beverage|cafes|cafe',
  culture:
    '文化|文创|文化创意|文旅|文化体育|文化产业|文化体验|艺术|展览|美术馆|画廊|影视|传媒|广告传媒|文化艺术|culture|cultural|art|gallery|galleries|creative|media',
  health:
    '医疗|健康|大健康|医美|医疗健康|康养|生物医药|医药|体检|医疗美容|医疗器械|药企|生物科技|基因|诊所|牙科|养老|中医|clinic|dental|口腔|健康管理|health|healthcare|medical|pharma|biotech|life sciences|life science|wellness',
  education:
    '教育|培训|教育培训|职业教育|早教|幼教|语言培训|职业培训|研学|留学|education|school|schools|college|training',
};
