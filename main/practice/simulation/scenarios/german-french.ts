import type { Scenario } from '../scenario';
import { agent, agentCompletes, customer, customerLeaves, hesitates, pause, whisper } from '../scenario';

const stromrechnung: Scenario = {
  name: 'german-power-bill',
  language: 'de',
  subject: 'Abschlag plötzlich verdoppelt',
  data: { ServiceType: 'Billing', Vertragsnummer: '70-4411-09', Priority: 55, Segment: 'Bestandskunde' },
  customers: [
    ['Jürgen', 'Müller-Lüdenscheidt'],
    ['Änne', 'Großmann'],
    ['Thorsten', 'Weiß'],
  ],
  beats: [
    customer('Guten Tag, mein monatlicher Abschlag hat sich verdoppelt. Warum?'),
    agent('Guten Tag, mein Name ist {agent}. Ich schaue mir das sofort an. Nennen Sie mir bitte Ihre Vertragsnummer?'),
    customer('70-4411-09'),
    pause(1),
    customer('Ich habe nichts geändert, keine Wärmepumpe, kein E-Auto, gar nichts.'),
    agent('Danke. Ich sehe, dass der Zählerstand nur geschätzt wurde, und zwar deutlich zu hoch.'),
    customer('Geschätzt? Ich habe im Oktober abgelesen und ein Foto geschickt!'),
    hesitates,
    agent('Das Foto liegt vor, wurde aber nicht übernommen. Das tut mir leid.'),
    customer('Na prima. Und jetzt?'),
    agent('Ich trage den richtigen Stand ein. Ihr Abschlag beträgt wieder 86 € und die Differenz wird erstattet.'),
    customer('Gut. Bekomme ich das schriftlich?'),
    agent('Ja, die korrigierte Rechnung kommt heute per E-Mail.'),
    customer('Dann vielen Dank und einen schönen Tag noch.'),
    agentCompletes,
  ],
};

const ruecksendung: Scenario = {
  name: 'german-return-label',
  language: 'de',
  subject: 'Rücksendeetikett fehlt',
  data: { ServiceType: 'Returns', Bestellung: 'DE-118220', Priority: 35, Segment: 'Neukunde' },
  customers: [
    ['Fatma', 'Öztürk'],
    ['Lukas', 'Böhm'],
    ['Magdalena', 'Süß'],
  ],
  beats: [
    customer('Hallo, in meinem Paket lag kein Etikett für die Rücksendung.'),
    agent('Hallo {customer}, kein Problem. Ich erstelle Ihnen gleich eines.'),
    customer('Super. Ich habe aber keinen Drucker …'),
    pause(1),
    agent('Dann bekommen Sie einen QR-Code, den die Filiale für Sie ausdruckt.'),
    customer('Das ist praktisch. Wie lange habe ich Zeit?'),
    agent('Bis zum 12. des nächsten Monats.'),
    hesitates,
    customer('Alles klar, Code ist da. Tschüss!'),
    customerLeaves,
    pause(1),
    agentCompletes,
  ],
};

const abonnement: Scenario = {
  name: 'french-cancellation',
  language: 'fr',
  subject: 'Résiliation refusée',
  data: { ServiceType: 'Abonnement', Contrat: 'FR-77-1902', Priority: 75, Segment: 'Fidélité' },
  customers: [
    ['Élodie', 'Lefèvre'],
    ['Jean-Baptiste', 'Garçon'],
    ['Maëlle', 'Le Goff'],
  ],
  beats: [
    customer('Bonjour, cela fait deux mois que j’essaie de résilier mon abonnement.'),
    agent('Bonjour {customer}, je suis {agent}. Je regarde votre dossier tout de suite.'),
    customer('J’ai envoyé trois lettres recommandées, et vous continuez à me prélever.'),
    pause(2),
    agent('Je vois vos courriers du 3 et du 17. Ils ont été classés sans suite, c’est une erreur de notre part.'),
    customer('Une erreur qui m’a coûté 79,80 €, tout de même.'),
    whisper('Je vais avoir besoin d’un accord pour le remboursement au-delà de 50 €.'),
    hesitates,
    customer('Je suis patient, mais il y a des limites.'),
    agent('La résiliation prend effet aujourd’hui, et je vous rembourse les deux mois.'),
    customer('Très bien. Pouvez-vous me le confirmer par écrit ?'),
    agent('C’est envoyé. Vous pouvez aussi le retrouver ici : https://compte.example.com/resiliation'),
    customer('Bien reçu. Merci pour votre aide, bonne journée.'),
    agentCompletes,
  ],
};

const voyage: Scenario = {
  name: 'french-train-ticket',
  language: 'fr',
  subject: 'Changer un billet de train',
  data: { ServiceType: 'Bookings', Dossier: 'TQ9LM4', Priority: 45, Segment: 'Carte Avantage' },
  customers: [
    ['Aïcha', 'Benmoussa'],
    ['Loïc', 'Kerbrat'],
    ['Noémie', 'Çelik'],
  ],
  beats: [
    customer('Bonsoir ! Est-ce que je peux avancer mon billet pour Lyon à demain matin ?'),
    agent('Bonsoir {customer} ! Oui, il reste des places à 7 h 04 et à 8 h 34.'),
    customer('8 h 34, ce serait parfait. Il y a un supplément ?'),
    agent('4 € avec votre carte. Voulez-vous garder une place côté fenêtre ?'),
    hesitates,
    customer('Oui, et dans le sens de la marche si possible 🙂'),
    pause(1),
    agent('C’est fait : voiture 6, place 61. Bon voyage !'),
    customer('Génial, merci !'),
    agentCompletes,
  ],
};

export const germanAndFrench: readonly Scenario[] = [stromrechnung, ruecksendung, abonnement, voyage];
