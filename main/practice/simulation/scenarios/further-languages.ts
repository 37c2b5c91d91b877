import type { Scenario } from '../scenario';
import { agent, agentCompletes, customer, hesitates, pause, whisper } from '../scenario';

const garantia: Scenario = {
  name: 'spanish-warranty',
  language: 'es',
  subject: 'Lavadora averiada en garantía',
  data: { ServiceType: 'Returns', Pedido: 'ES-40177', Priority: 65, Segment: 'Plus' },
  customers: [
    ['Begoña', 'Ibáñez Peña'],
    ['José Ángel', 'Muñoz'],
    ['Íñigo', 'Etxeberria'],
  ],
  beats: [
    customer('Buenas, la lavadora que compré hace cuatro meses pierde agua.'),
    agent('Buenos días, {customer}. ¡Vaya! ¿Sale el agua por delante o por detrás?'),
    customer('Por delante, por la puerta. ¡Tengo la cocina inundada!'),
    agent('Cierre por favor la llave de paso. ¿Me da el número de pedido?'),
    customer('ES-40177. Ya la he cerrado.'),
    pause(2),
    agent('Está en garantía. Puedo enviarle un técnico mañana entre las 9 y las 11.'),
    hesitates,
    customer('¿Y si no tiene arreglo?'),
    agent('Entonces se la cambiamos por una nueva, sin ningún coste.'),
    customer('De acuerdo. ¿Me avisan antes de venir?'),
    agent('Sí, le llamará media hora antes.'),
    customer('Muchas gracias, muy amable.'),
    agentCompletes,
  ],
};

const reserva: Scenario = {
  name: 'spanish-booking',
  language: 'es',
  subject: 'Cambio de fechas de una reserva',
  data: { ServiceType: 'Bookings', Reserva: 'H-20981', Priority: 40, Segment: 'Nuevo' },
  customers: [
    ['Ximena', 'Quiñones'],
    ['Raúl', 'Agüero'],
    ['Lola', 'Santamaría'],
  ],
  beats: [
    customer('Hola, ¿podría cambiar mi reserva del 3 al 10 de mayo?'),
    agent('Hola, {customer}. Déjeme comprobar la disponibilidad.'),
    pause(1),
    agent('Hay sitio, pero la habitación doble con vistas cuesta 12 € más por noche.'),
    customer('¿Y sin vistas?'),
    agent('Sin vistas se queda al mismo precio.'),
    hesitates,
    customer('Pues sin vistas, que vamos a estar todo el día en la playa 😄'),
    agent('¡Buena decisión! Le acabo de enviar la confirmación.'),
    customer('Recibida, ¡gracias!'),
    agentCompletes,
  ],
};

const bookingArabic: Scenario = {
  name: 'arabic-booking',
  language: 'ar',
  subject: 'تعديل حجز فندق',
  data: { ServiceType: 'Bookings', BookingCode: 'DXB-5519', Priority: 50, Segment: 'Gold', Notes: 'عائلة مع أطفال' },
  customers: [
    ['خالد', 'العبدالله'],
    ['مريم', 'الهاشمي'],
    ['عبد الرحمن', 'بن سعيد'],
  ],
  beats: [
    customer('السلام عليكم، عندي حجز برقم DXB-5519 وأريد تعديله.'),
    agent('وعليكم السلام ورحمة الله، أهلاً {customer}. معك {agent}. ما التعديل المطلوب؟'),
    customer('نريد غرفتين متجاورتين بدلاً من جناح واحد، من 14 إلى 18 ديسمبر.'),
    pause(1),
    agent('لحظة من فضلك، أتحقق من التوفر مع الفندق.'),
    hesitates,
    customer('معنا ثلاثة أطفال، فالأمر مهم جداً بالنسبة لنا.'),
    whisper('الفندق يطلب موافقة المشرف على الغرف المتجاورة في نهاية الأسبوع.'),
    agent('أبشر، الغرفتان 512 و514 متجاورتان وبينهما باب داخلي، والسعر نفسه.'),
    customer('ممتاز! وهل الإفطار مشمول؟'),
    agent('نعم، الإفطار مشمول للجميع، والتأكيد هنا: https://travel.example.com/b/DXB-5519'),
    customer('شكراً جزيلاً، جزاك الله خيراً.'),
    agentCompletes,
  ],
};

const routerJapanese: Scenario = {
  name: 'japanese-router',
  language: 'ja',
  subject: 'ルーターが接続できない',
  data: { ServiceType: 'TechnicalSupport', LineNumber: '03-5550-0199', Priority: 60, Segment: '法人' },
  customers: [
    ['高橋', '美咲'],
    ['渡辺', '健太郎'],
    ['小林', 'さくら'],
  ],
  beats: [
    customer('お世話になっております。昨日から自宅のルーターがインターネットに接続できません。'),
    agent('お問い合わせありがとうございます。担当の{agent}と申します。ランプの状態を教えていただけますか。'),
    customer('電源は緑ですが、WANのランプが赤く点滅しています。'),
    agent('ありがとうございます。一度電源を切り、1分ほどお待ちいただいてから入れ直していただけますでしょうか。'),
    pause(2),
    customer('やってみましたが、変わりません。'),
    hesitates,
    customer('午後からオンライン会議があるので、少し焦っています…'),
    agent('ご不便をおかけして申し訳ございません。こちらから回線をリセットいたします。'),
    pause(1),
    customer('あ、緑になりました!つながりました。'),
    agent('安心いたしました。念のため、午後も監視を続けます。'),
    customer('とても助かりました。ありがとうございます。'),
    agentCompletes,
  ],
};

export const furtherLanguages: readonly Scenario[] = [garantia, reserva, bookingArabic, routerJapanese];
