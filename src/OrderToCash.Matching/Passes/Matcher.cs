namespace OrderToCash.Matching;

/// <summary>One run: the state the passes share. What is free, who took what, what each payment names.</summary>
internal sealed partial class Matcher : IDisposable
{
    private readonly OpenItemBook book;
    private readonly PaymentSource payments;
    private readonly MatchingPolicy policy;
    private readonly PayerDirectory payers;
    private readonly ForeignRates rates;
    private readonly PooledList<PaymentState> rows;
    private readonly ItemStates states;
    private PooledList<Allot> settled;
    private readonly PooledList<Allot> allots = new(64);
    private readonly PooledList<Proposal> proposals = new(64);
    private readonly PooledList<Candidate> candidates = new(256);
    private readonly PooledList<int> pending;
    private PooledList<Naming> namings;
    private PooledList<int> payerScopes;
    private PaymentDates dates;
    private long steps;
    private bool isSuggesting;

    public Matcher(OpenItemBook book, PaymentSource payments, MatchingPolicy policy, PayerDirectory payers,
        ForeignRates? rates, int threads)
    {
        this.rates = rates ?? ForeignRates.None;
        (this.book, this.payments, this.policy, this.payers) = (book, payments, policy, payers);
        (rows, states) = (new(payments.Count), new(book.Length));
        (namings, payerScopes) = (new(payments.Count), new(payments.Count));
        (settled, payerStarts) = (new(payments.Count), new(256));
        (nears, pending, mentions) = (new(64), new(payments.Count), new(payments.Count * 2));
        rows.Fill(payments.Count);
        FindRejected();
        // What was rejected is hidden while its payment is looked at: one thread sees that.
        helpers = threads > 1 && rejected is null
            ? [.. Enumerable.Range(0, threads * PartsPerThread).Select(_ => new Matcher(this))]
            : [];
    }

    public MatchRun Run(PaymentObjects objects)
    {
        Decide();
        return Results(objects);
    }

    private void Decide()
    {
        Read();
        if (pending.Count == 0) return;
        LearnPayers();
        ReadWords();
        Share(pending.Count, static (matcher, start, end) => matcher.FindDuplicates(start, end));
        OrderByPayer();
        Share(pending.Count, static (matcher, start, end) => matcher.FindNears(start, end));
        JoinNears();
        SetUnnamedAside();
        Decide(Pass.NamedNear);
        SettleParts();
        Decide(Pass.NamedRest);
        Decide(Pass.NamedResidual);
        SettleRests();
        Share(pending.Count, static (matcher, start, end) => matcher.FindDuplicates(start, end));
        Decide(Pass.NamedNear);
        Decide(Pass.NearPart);
        Decide(Pass.NamedNear);
        SettleParts();
        DecidePayers();
        Decide(Pass.Foreign);
    }

    public void Dispose()
    {
        foreach (var helper in helpers) helper.DisposeRoom();
        DisposeRoom();
        rows.Dispose();
        namings.Dispose();
        payerScopes.Dispose();
        nears.Dispose();
        mentions.Dispose();
        named.Dispose();
        namers.Dispose();
        pending.Dispose();
        payerStarts.Dispose();
        unnamed.Dispose();
    }

    // What every thread has for itself.
    private void DisposeRoom()
    {
        states.Dispose();
        settled.Dispose();
        own.Dispose();
        ordered.Dispose();
        allots.Dispose();
        proposals.Dispose();
        candidates.Dispose();
        scanned.Dispose();
        sought.Dispose();
        accounts.Dispose();
        lower.Dispose();
        upper.Dispose();
        merged.Dispose();
        rests.Dispose();
    }

    private bool TryPropose(Pass pass, int payment, out Proposal proposal)
    {
        using var hidden = Hide(payment);
        var start = allots.Count;
        var found = pass switch
        {
            Pass.NamedExact => ProposeNamedExact(payment, out proposal),
            Pass.NamedNear => ProposeNear(payment, out proposal),
            Pass.NamedResidual => ProposeNamedResidual(payment, out proposal),
            Pass.NamedRest => ProposeNamedRest(payment, out proposal),
            Pass.Remainder => ProposeRemainder(payment, out proposal),
            Pass.NearPart => ProposeNearPart(payment, out proposal),
            Pass.Single => ProposeSingle(payment, out proposal),
            Pass.DiscountedSingle => ProposeDiscountedSingle(payment, out proposal),
            Pass.Totals => ProposeTotals(payment, out proposal),
            Pass.Period => ProposePeriod(payment, out proposal),
            Pass.Combination => ProposeCombination(payment, out proposal),
            Pass.Subset => ProposeSubset(payment, out proposal),
            Pass.AllButOne => ProposeAllButOne(payment, out proposal),
            Pass.AllButTwo => ProposeAllButTwo(payment, out proposal),
            Pass.Tolerated => ProposeTolerated(payment, out proposal),
            _ => ProposeForeign(payment, out proposal),
        };
        if (!found) allots.Truncate(start);
        else if (pass <= Pass.NamedResidual && IsContradicted(rows[payment], proposal))
        {
            rows[payment].IsContested = true;
            proposal.Confidence = Math.Min(proposal.Confidence, policy.ApplyAt - 1);
        }
        return found;
    }

    /// <summary>True while nobody has touched the item in this run, and no tie keeps it for a person.</summary>
    private bool IsFree(int item) => states[item].Cleared == 0 && (isSuggesting || !states[item].IsBlocked);

    /// <summary>Minor units still open, with the sign of the item.</summary>
    private long Left(int item) => book.Items[item].Open - states[item].Cleared;

    /// <summary>True while something is left on the item, and no tie keeps it for a person.</summary>
    private bool IsOpen(int item) => Left(item) != 0 && (isSuggesting || !states[item].IsBlocked);

    private bool Agrees(in PaymentState row, int item)
    {
        var scope = book.Items[item].Scope;
        return row.PayerCount == 1
            ? payerScopes[row.PayerStart] == scope
            : payerScopes.AsSpan(row.PayerStart, row.PayerCount).Contains(scope);
    }

    /// <summary>True when the payer is known by account and the item is not one of its customers'.</summary>
    private bool Conflicts(in PaymentState row, int item) => row.Trust >= PayerTrust.Account && !Agrees(row, item);

    private bool IsSameDocument(int left, int right) => left == right || (book.Items[left].Scope == book.Items[right].Scope
        && book.Items[left].NumberKey == book.Items[right].NumberKey
        && book.Sources[left].DocumentNumber == book.Sources[right].DocumentNumber);

    /// <summary>The older of two instalments; the order of ids decides between equals.</summary>
    private bool IsOlder(int left, int right)
    {
        var order = book.Items[left].Due.CompareTo(book.Items[right].Due);
        return order < 0 || (order == 0 && book.Ids[left].CompareTo(book.Ids[right]) < 0);
    }

    /// <summary>
    /// The discount the ledger grants on that day, grace included, on what credit notes left of the item; 0 when there is
    /// none or the item has been touched.
    /// </summary>
    private long DiscountOn(int item, LocalDate date)
    {
        ref readonly var row = ref book.Items[item];
        if (!row.HasDiscount || row.Open <= 0 || states[item].Cleared != 0) return 0;
        var offered = book.Sources[item].DiscountOn(DatesOf(date).Grace)?.MinorUnits ?? 0;
        return offered < row.Open ? offered : 0;
    }

    // What follows from the date of a payment; most payments of a run have the date of the one before.
    private ref readonly PaymentDates DatesOf(LocalDate date)
    {
        if (dates.Date != date)
            dates = new() { Date = date, Grace = Earlier(date, policy.DiscountGraceDays), Old = Earlier(date, DaysOfAnOldItem) };
        return ref dates;
    }

    // No date is earlier than the first there is.
    private static LocalDate Earlier(LocalDate date, int days) =>
        Period.DaysBetween(LocalDate.MinIsoValue, date) > days ? date.PlusDays(-days) : LocalDate.MinIsoValue;

    /// <summary>
    /// Which payment comes first where the order matters: the earlier, then by id. Never the order of the input.
    /// </summary>
    private int InOrder(int left, int right)
    {
        var order = rows[left].Date.CompareTo(rows[right].Date);
        return order != 0 ? order : payments.Compare(left, right);
    }

    /// <summary>True when both come from the same payer, as far as anybody can tell.</summary>
    private bool IsSameSource(int left, int right)
    {
        ref readonly var a = ref rows[left];
        ref readonly var b = ref rows[right];
        if (a.Trust >= PayerTrust.Account && b.Trust >= PayerTrust.Account)
            return payerScopes.AsSpan(a.PayerStart, a.PayerCount).SequenceEqual(payerScopes.AsSpan(b.PayerStart, b.PayerCount));
        return payments.Account(left).Length > 0 && payments.Account(left) == payments.Account(right);
    }
}
