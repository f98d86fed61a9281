namespace OrderToCash.Matching;

/// <summary>
/// The items of the payer of a payment, and the order of payments by payer: from the weaker passes on nobody pays for items of
/// others, so that payers who have none in common are decided one after the other, all passes of each.
/// </summary>
internal sealed partial class Matcher
{
    // What a free item costs of the budget of a pass.
    private const int StepsPerItem = 4;

    // Items are gathered for many looks; a look has its share of that, whoever was the first.
    private const int LooksPerStep = 16;

    // So many lines of a payer's items are asked for; what follows comes by itself.
    private const int LinesOfItems = 8;

    private readonly PayerItems own = new();
    private readonly PooledList<long> ordered = new(256);
    private readonly PooledList<int> payerStarts;
    private readonly PooledList<int> unnamed = new(256);

    // Scopes that are paid by one payer: the larger belongs to the smaller; none when every payer has one.
    private Dictionary<int, int>? joinedScopes;

    /// <summary>The items of the payer as they stand now.</summary>
    private PayerItems Own(in PaymentState row)
    {
        ReadOnlySpan<int> scopes = payerScopes.AsSpan(row.PayerStart, row.PayerCount);
        if (!own.IsOf(scopes, states.Version, isSuggesting)) GatherOwn(scopes);
        steps += 1 + own.All.Length / LooksPerStep;
        return own;
    }

    // Sums are looked for on a day, and among so many free items as the budget allows; who has more is left to a person.
    private bool SeesFree(in PaymentState row)
    {
        Own(row).See(row.Day, (policy.StepsPerPass + StepsPerItem - 1) / StepsPerItem);
        return !own.IsCrowded;
    }

    private void GatherOwn(ReadOnlySpan<int> scopes)
    {
        var all = own.Start(scopes, states.Version, isSuggesting);
        foreach (var scope in scopes)
        {
            var items = book.Scope(scope);
            var room = all.Room(items.Length);
            for (var i = 0; i < room.Length; i++)
            {
                ref readonly var item = ref items[i];
                ref readonly var state = ref states[items.At(i)];
                var isBlocked = state.IsBlocked && !isSuggesting;
                own.HasBlocked |= isBlocked;
                own.HasRemainders |= state.Cleared != 0 && state.Cleared != item.Open;
                room[i] = new()
                {
                    Amount = item.Open, Left = item.Open - state.Cleared, Item = items.At(i), Due = PayerItems.DayOf(item.Due),
                    Dated = PayerItems.DayOf(item.Dated), IsBlocked = isBlocked, IsFree = state.Cleared == 0 && !isBlocked,
                    IsRival = state.Cleared == 0 || state.IsTakenByAmount, IsRemainder = item.IsRemainder,
                    HasDiscount = item.HasDiscount,
                };
            }
            all.Take(room.Length);
        }
        if (scopes.Length > 1)
            all.AsSpan().Sort((a, b) => a.Amount != b.Amount ? a.Amount.CompareTo(b.Amount) : book.Order(a.Item, b.Item));
        own.Finish();
    }

    // Payments of one payer stand together, those of a day next to each other: what is found of his items serves all of them.
    private void OrderByPayer()
    {
        JoinScopes();
        Order(static (Matcher _, in PaymentState row) => row.Day);
        Order(static (Matcher matcher, in PaymentState row) => matcher.PayerOf(row));
    }

    private delegate int KeyOf(Matcher matcher, in PaymentState row);

    // By a key; equals stay as they were.
    private void Order(KeyOf keyOf)
    {
        ordered.Truncate(0);
        var isOrdered = true;
        for (var at = 0; at < pending.Count; at++)
        {
            ordered.Add((long)keyOf(this, rows[pending[at]]) << 32 | (uint)at);
            isOrdered &= at == 0 || ordered[at - 1] < ordered[at];
        }
        if (isOrdered) return;
        ordered.AsSpan().Sort();
        foreach (ref var place in ordered.AsSpan()) place = pending[(int)place];
        for (var at = 0; at < pending.Count; at++) pending[at] = (int)ordered[at];
    }

    private void JoinScopes()
    {
        joinedScopes = null;
        foreach (var i in pending.AsSpan())
        {
            ref readonly var row = ref rows[i];
            if (row.PayerCount < 2) continue;
            joinedScopes ??= [];
            foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
            {
                var (left, right) = (Root(scope), Root(payerScopes[row.PayerStart]));
                if (left != right) joinedScopes[Math.Max(left, right)] = Math.Min(left, right);
            }
        }
    }

    private int Root(int scope)
    {
        while (joinedScopes!.TryGetValue(scope, out var up))
        {
            if (joinedScopes.TryGetValue(up, out var over)) joinedScopes[scope] = over;
            scope = up;
        }
        return scope;
    }

    // One of the scopes that payments with a scope in common have; nobody's payments come last.
    private int PayerOf(in PaymentState row)
    {
        if (row.PayerCount == 0) return int.MaxValue;
        var scope = payerScopes[row.PayerStart];
        return joinedScopes is null ? scope : Root(scope);
    }

    // Whoever names nothing, nor nearly, waits until those who do have been decided.
    private void SetUnnamedAside()
    {
        unnamed.Truncate(0);
        var kept = 0;
        foreach (var i in pending.AsSpan())
            if (rows[i].NamedCount + rows[i].NearCount + rows[i].ClaimCount == 0) unnamed.Add(i);
            else pending[kept++] = i;
        pending.Truncate(kept);
        pending.AsSpan().Sort();
    }

    private void DecidePayers()
    {
        pending.AddRange(unnamed.AsSpan());
        OrderByPayer();
        payerStarts.Truncate(0);
        var payer = -1;
        for (var at = 0; at < pending.Count && payer != int.MaxValue; at++)
        {
            if (PayerOf(rows[pending[at]]) is var next && next == payer) continue;
            payer = next;
            payerStarts.Add(at);
        }
        if (payer != int.MaxValue) payerStarts.Add(pending.Count);
        ShareSettling();
        Share(payerStarts.Count - 1, static (matcher, start, end) => matcher.DecidePayers(start, end));
        JoinSettled();
        KeepPending();
    }

    private void DecidePayers(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            AskPayers(at, end);
            var (start, last) = (payerStarts[at], payerStarts[at + 1]);
            var ruledOut = RuleOut(start, last);
            for (var pass = Pass.Remainder; pass < Pass.Foreign && start < last; pass++)
            {
                if ((ruledOut & Bit(pass)) != 0) continue;
                Propose(pass, start, last);
                if (proposals.Count == 0) continue;
                Settle(pass);
                last = Undecided(start, last);
            }
        }
    }

    // The first payment of a payer that comes later, then where his items stand, then they.
    private void AskPayers(int at, int end)
    {
        if (at + 3 < end) Prefetch.OfTwoLines(in rows[pending[payerStarts[at + 3]]]);
        if (at + 2 < end) book.AskScope(payerScopes[rows[pending[payerStarts[at + 2]]].PayerStart]);
        if (at + 1 < end) book.AskItems(payerScopes[rows[pending[payerStarts[at + 1]]].PayerStart], LinesOfItems);
    }

    // The undecided ones of a range to its beginning, in their order, the others behind them; returns where they end.
    private int Undecided(int start, int end)
    {
        ordered.Truncate(0);
        var kept = start;
        foreach (var i in pending.AsSpan(start, end - start))
            if (rows[i].IsDecided) ordered.Add(i);
            else pending[kept++] = i;
        for (var at = kept; at < end; at++) pending[at] = (int)ordered[at - kept];
        return kept;
    }
}
