namespace OrderToCash.Matching;

/// <summary>The numbers that texts mention: scanned for all payments of a block, then looked up all at once.</summary>
internal sealed partial class Matcher
{
    // What the texts of a block mention, which of it may be a number of the book, and what those mention that their namings do
    // not decide.
    private readonly PooledList<NumberMention> scanned = new(Block * 16);
    private readonly PooledList<int> sought = new(Block * 4);
    private PooledList<NumberMention> mentions;
    private NumberMention[] mentionRoom = [];

    // Most that is mentioned is no number of the book: the filter says so.
    private void FilterMentions()
    {
        var mentioned = scanned.AsSpan();
        sought.Truncate(0);
        foreach (ref readonly var mention in mentioned)
            if (mention.Key != 0) book.Filter.Ask(mention.Key);
        for (var i = 0; i < mentioned.Length; i++)
        {
            ref var mention = ref mentioned[i];
            if (mention.Kind == MentionKind.Reference || mention.Key == 0) continue;
            mention.MayBe = book.Filter.KindsOf(mention.Key);
            if (mention.Digits < DocumentNumbers.LeastTail) mention.MayBe &= ~DigitKeys.Tail;
            if (mention.MayBe != DigitKeys.None) sought.Add(i);
        }
    }

    // What may be a number of the book in some way is looked up, all of a block at once, and the items are asked for.
    private void AskMentions(DigitKeys kinds)
    {
        var mentioned = scanned.AsSpan();
        foreach (var i in sought.AsSpan())
        {
            ref readonly var mention = ref mentioned[i];
            var asked = mention.MayBe & kinds;
            if ((asked & DigitKeys.Number) != 0) book.Numbers.Ask(mention.Key);
            if ((asked & DigitKeys.Tail) != 0) book.Tails.Ask(mention.Key);
            if ((asked & DigitKeys.Bare) != 0) book.BareNumbers.Ask(mention.Key);
        }
        foreach (var i in sought.AsSpan())
        {
            ref readonly var mention = ref mentioned[i];
            var asked = mention.MayBe & kinds;
            if ((asked & DigitKeys.Number) != 0) book.Numbers.AskWords(mention.Key);
            if ((asked & DigitKeys.Tail) != 0) book.Tails.AskWords(mention.Key);
            if ((asked & DigitKeys.Bare) != 0) book.BareNumbers.AskWords(mention.Key);
        }
        foreach (var i in sought.AsSpan())
        {
            ref var mention = ref mentioned[i];
            var asked = mention.MayBe & kinds;
            if ((asked & DigitKeys.Number) != 0) mention.Number = Guess(book.Numbers, ref mention, DigitKeys.Number);
            if ((asked & DigitKeys.Tail) != 0) mention.Tail = Guess(book.Tails, ref mention, DigitKeys.Tail);
            if ((asked & DigitKeys.Bare) != 0) mention.Bare = Guess(book.BareNumbers, ref mention, DigitKeys.Bare);
        }
    }

    private int Guess(ItemIndex index, ref NumberMention mention, DigitKeys kind)
    {
        var item = index.Guess(mention.Key, out var isAlone);
        if (isAlone) mention.IsAlone |= kind;
        if (item >= 0) Prefetch.Of(in book.Items[item]);
        return item;
    }

    private void Scan(ref PaymentState row, string text)
    {
        row.MentionStart = scanned.Count;
        if (text.Length < LeastText) return;
        row.MentionCount = MentionScanner.Scan(text, scanned.Room(MentionScanner.MaxMentions));
        scanned.Take(row.MentionCount);
    }

    // What is named and asks for the amount is decided soon: only what others mention is read again.
    private void KeepMentions(ref PaymentState row, PooledList<NumberMention> from)
    {
        var isKept = !row.IsTextUnread;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            isKept &= naming.Strength < Strength.Part || book.Items[naming.Item].Open != row.Amount;
        var start = isKept ? mentions.Count : -1;
        if (isKept)
            foreach (ref readonly var mention in from.AsSpan(row.MentionStart, row.MentionCount)) mentions.Add(mention);
        row.MentionStart = start;
    }

    /// <summary>The numbers a text mentions: kept since it was read, or read again.</summary>
    private ReadOnlySpan<NumberMention> MentionsOf(in PaymentState row, int payment)
    {
        if (row.MentionStart >= 0) return mentions.AsSpan(row.MentionStart, row.MentionCount);
        var room = Room(ref mentionRoom, MentionScanner.MaxMentions);
        return room[..MentionScanner.Scan(payments.Text(payment), room)];
    }
}
