using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Sorts the lines of bank statements and asks the matching engine about the money among them.</summary>
internal sealed class CashPlanning(IBooks books, LegalEntity seller, PayerDirectory payers, IExchangeRates rates)
{
    // What this plan settles: no item twice.
    private HashSet<OpenItemId>? taken;
    private OwnCollections collections = new();

    private readonly HashSet<string> accounts = seller.BankAccounts.ToHashSet(StringComparer.Ordinal);

    /// <summary>The plan for these lines.</summary>
    public async Task<CashPlan> PlanAsync(EquatableArray<BankEntry> entries, CancellationToken cancellationToken)
    {
        var batches = await OwnBatches.FindAsync(books, seller.Id, entries, cancellationToken).ConfigureAwait(false);
        var lines = await batches.SplitAsync(entries, cancellationToken).ConfigureAwait(false);
        var planned = new PlannedPayment[lines.Count];
        var seen = new Dictionary<PaymentId, Money>();
        for (var i = 0; i < planned.Length; i++)
        {
            planned[i] = Doubted(await SortAsync(lines[i].Entry, cancellationToken).ConfigureAwait(false), lines[i]);
            // The same line twice is one payment: overlapping statements.
            var entry = planned[i].Entry;
            if (planned[i].Treatment != PaymentTreatment.Refused && !seen.TryAdd(planned[i].Payment, entry.Amount))
                planned[i] = Again(planned[i], seen[planned[i].Payment]);
        }
        if (planned.Any(p => p.Treatment == PaymentTreatment.Return)) await FindReturnedAsync(planned, cancellationToken)
            .ConfigureAwait(false);
        if (planned.Any(IsRefundLine)) await FindRefundsAsync(planned, cancellationToken).ConfigureAwait(false);

        var open = await OpenItemsAsync(cancellationToken).ConfigureAwait(false);
        var items = open.Sound.ToDictionary(i => i.Id);
        var money = planned.Where(p => p.Treatment == PaymentTreatment.Book && p.Doubt is null).ToArray();
        collections = await OwnCollections.FindAsync(books, seller.Id, money.Select(p => p.Entry), cancellationToken)
            .ConfigureAwait(false);
        var asked = money.Select(p => collections.Told(Incoming(p), p.Entry, items)).ToArray();
        var known = await RatesAsync(seller, rates, asked, open.Sound, cancellationToken).ConfigureAwait(false);
        var run = MatchingEngine.Match(open.Book(), asked, seller.Matching, payers, known);
        taken = run.Decisions.SelectMany(d => d.Allocations).Select(a => a.Item).ToHashSet();
        var decisions = run.Decisions.ToDictionary(d => d.Payment);
        for (var i = 0; i < planned.Length; i++)
            if (planned[i].Treatment == PaymentTreatment.Book && decisions.TryGetValue(planned[i].Payment, out var decision))
                planned[i] = Imputed(Decided(planned[i], decision, items), items);
        return new()
        {
            LegalEntity = seller.Id, Payments = planned.ToEquatableArray(), PolicyVersion = run.PolicyVersion,
            Findings = open.Findings,
        };
    }

    // The sum of a batch that does not add up is money all the same: it is booked, and a person says whose it is.
    private PlannedPayment Doubted(PlannedPayment plan, BatchLine line) => (line.Doubt, line.BookedInParts) switch
    {
        (_, { } booked) => Again(plan, booked),
        ({ } doubt, _) when plan.Treatment == PaymentTreatment.Book =>
            plan with { Doubt = doubt, Customer = seller.UnidentifiedPayer },
        _ => plan,
    };

    /// <summary>The number a payment is known by: what its return will name it by.</summary>
    public static string DocumentOf(BankEntry entry) =>
        entry.EndToEndId.Length > 0 ? entry.EndToEndId : entry.BankReference.Length > 0 ? entry.BankReference : entry.Identity;

    /// <summary>True when a line takes back a payment of this amount, with the bank's charges or without.</summary>
    /// <param name="entry">The line; its amount is below zero.</param>
    /// <param name="booked">The amount of the payment's open item, below zero.</param>
    public static bool IsReturnOf(BankEntry entry, Money booked) => booked.Currency == entry.Amount.Currency && booked.IsNegative
        && (entry.Amount == booked || (entry.Charges.Currency == booked.Currency && entry.Amount + entry.Charges == booked));

    /// <summary>The line stands on an account that is not the seller's.</summary>
    public static DomainError Foreign(BankEntry entry, LegalEntity seller) =>
        ProcessErrors.ForeignAccount.At("entry.account", ("account", entry.Account), ("legalEntity", seller.Id));

    /// <summary>The line takes back what was never booked.</summary>
    public static DomainError ReturnUnknown(BankEntry entry) => ProcessErrors.ReturnUnknown.With(
        ("entry", entry.Identity), ("amount", entry.Amount), ("reference", DocumentOf(entry)));

    private async Task<PlannedPayment> SortAsync(BankEntry entry, CancellationToken cancellationToken)
    {
        var (payment, book) = (CashAllocation.PaymentOf(entry), PaymentTreatment.Book);
        var plan = new PlannedPayment
        {
            Entry = entry, Payment = payment, Treatment = book, ReceivingCustomers = [.. ReceivingCustomers(entry)],
        };
        if (!accounts.Contains(entry.Account))
            return plan with { Treatment = PaymentTreatment.Refused, Refusal = Foreign(entry, seller) };
        if (string.IsNullOrWhiteSpace(entry.Identity))
            return plan with
            {
                Treatment = PaymentTreatment.Refused,
                Refusal = ProcessErrors.LineUnnamed.At("entry.identity", ("amount", entry.Amount), ("date", entry.BookedOn)),
            };
        var stream = Streams.OpenItem(CashAllocation.ItemOf(payment));
        if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is { State: var booked })
            return Again(plan, booked.Kind == OpenItemKind.Payment ? -CashAllocation.CashOf(booked) : entry.Amount);
        return (entry.Amount.IsPositive, entry.IsReversal, entry.ReturnReason.Length > 0) switch
        {
            (true, false, false) => plan,
            (true, _, true) => plan with { Treatment = PaymentTreatment.Refused, Refusal = ReturnUnknown(entry) },
            (false, true, _) or (false, _, true) => plan with { Treatment = PaymentTreatment.Return },
            _ => plan with { Treatment = PaymentTreatment.NotCash },
        };
    }

    // Another amount under the identity of a line that is known is money that would be lost without a word.
    private static PlannedPayment Again(PlannedPayment plan, Money known) => plan.Entry.Amount == known
        ? plan with { Treatment = PaymentTreatment.AlreadyBooked }
        : plan with
        {
            Treatment = PaymentTreatment.Refused,
            Refusal = ProcessErrors.LineDiffers.At("entry.identity",
                ("entry", plan.Entry.Identity), ("amount", plan.Entry.Amount), ("known", known)),
        };

    // The bank names the payment it takes back by the reference the payment came with; it may have come with the same
    // statement. A payment is taken back once: when each one that fits is back already, the line was booked before.
    private async Task FindReturnedAsync(PlannedPayment[] planned, CancellationToken cancellationToken)
    {
        var payments = new List<OpenItem>();
        await foreach (var item in books.AllAsync<OpenItem>(Streams.OpenItemKind, cancellationToken).ConfigureAwait(false))
            if (item.State.Kind == OpenItemKind.Payment && item.State.LegalEntity == seller.Id
                && item.State.TransferredFrom.IsNone)
                payments.Add(item.State);
        var booked = payments.ToLookup(p => p.DocumentNumber, StringComparer.Ordinal);
        var incoming = planned.Where(p => p.Treatment == PaymentTreatment.Book)
            .ToLookup(p => DocumentOf(p.Entry), StringComparer.Ordinal);
        var taken = new HashSet<PaymentId>();
        for (var i = 0; i < planned.Length; i++)
        {
            if (planned[i].Treatment != PaymentTreatment.Return) continue;
            var entry = planned[i].Entry;
            var fitting = booked[DocumentOf(entry)].Where(p => IsReturnOf(entry, CashAllocation.CashOf(p))).ToArray();
            var known = fitting.FirstOrDefault(p => !IsReturned(p) && !taken.Contains(new(p.Id.Value)));
            var fresh = incoming[DocumentOf(entry)]
                .FirstOrDefault(p => IsReturnOf(entry, -p.Entry.Amount) && !taken.Contains(p.Payment));
            planned[i] = (known, fresh, fitting.Length) switch
            {
                ({ } item, _, _) => planned[i] with { Returns = new(item.Id.Value), Customer = item.Customer },
                (_, { } line, _) => planned[i] with { Returns = line.Payment },
                (_, _, > 0) => planned[i] with { Treatment = PaymentTreatment.AlreadyBooked },
                _ => planned[i] with { Treatment = PaymentTreatment.Refused, Refusal = ReturnUnknown(entry) },
            };
            taken.Add(planned[i].Returns);
        }
    }

    private static bool IsRefundLine(PlannedPayment planned) => planned.Entry.EndToEndId.Length > 0
        && (planned.Treatment == PaymentTreatment.NotCash || planned.Refusal?.Code == ProcessErrors.ReturnUnknown.Code);

    // A refund is known by the end-to-end id it was sent with; the bank repeats it when it pays and when it brings it back. Less
    // than was sent is not booked by itself: what the bank kept is a charge that a person posts.
    private async Task FindRefundsAsync(PlannedPayment[] planned, CancellationToken cancellationToken)
    {
        var refunds = new Dictionary<string, RefundRequest>(StringComparer.Ordinal);
        await foreach (var one in books.AllAsync<RefundRequest>(Streams.RefundKind, cancellationToken).ConfigureAwait(false))
            if (one.State.LegalEntity == seller.Id && one.State.EndToEndId.Length > 0)
                refunds[one.State.EndToEndId] = one.State;
        for (var i = 0; i < planned.Length; i++)
        {
            var entry = planned[i].Entry;
            if (!IsRefundLine(planned[i]) || !refunds.TryGetValue(entry.EndToEndId, out var refund)) continue;
            var isWhole = entry.Amount.Abs() == refund.Facts.Amount;
            planned[i] = planned[i] with
            {
                Customer = refund.Customer,
                Refund = refund.Id,
                Refusal = isWhole ? null : ReturnUnknown(entry),
                Treatment = (isWhole, entry.Amount.IsPositive, refund.Status) switch
                {
                    (false, _, _) => PaymentTreatment.Refused,
                    (_, false, RefundStatus.Ordered) => PaymentTreatment.RefundPaid,
                    (_, true, RefundStatus.Ordered or RefundStatus.Paid) => PaymentTreatment.RefundReturned,
                    _ => PaymentTreatment.AlreadyBooked,
                },
            };
        }
    }

    private static bool IsReturned(
        OpenItem payment) => payment.Applications.Any(a => a is { Kind: ApplicationKind.Return, IsLive: true });

    private async Task<MatchableItems> OpenItemsAsync(CancellationToken cancellationToken)
    {
        var items = new List<OpenItem>();
        var factored = await FactoredItems.CollectedByFactorAsync(books, seller.Id, cancellationToken).ConfigureAwait(false);
        await foreach (var item in books.OpenItemsAsync(new() { LegalEntity = seller.Id }, cancellationToken)
            .ConfigureAwait(false))
            if (item.State.IsClaim && !factored.Contains(item.State.Id)) items.Add(item.State);
        return new(items);
    }

    /// <summary>Rates of the days of the payments to the currencies of the items.</summary>
    public static async Task<ForeignRates> RatesAsync(LegalEntity seller, IExchangeRates rates,
        IReadOnlyList<IncomingPayment> payments, IEnumerable<OpenItem> items, CancellationToken cancellationToken)
    {
        if (seller.Matching.ExchangeSpread.Value == 0) return ForeignRates.None;
        var currencies = items.Select(i => i.Amount.Currency).Distinct().Order().ToArray();
        var found = new List<ExchangeRate>();
        foreach (var (from, on) in payments.Select(p => (p.Amount.Currency, p.ReceivedOn)).Distinct())
            foreach (var to in currencies.Where(c => c != from))
                if (await rates.FindAsync(from, to, on, cancellationToken).ConfigureAwait(false) is { } rate) found.Add(rate);
        return ForeignRates.Of(found, seller.Matching.ExchangeSpread);
    }

    // Money of a known payer who names nothing that fits settles his debts in the order of the policy, if there is one.
    private PlannedPayment Imputed(PlannedPayment plan, Dictionary<OpenItemId, OpenItem> items)
    {
        if (seller.Matching.Imputation is not { } policy || plan.Decision is not { Outcome: MatchOutcome.Unidentified }
            || plan.Treatment != PaymentTreatment.Book || PayerOf(plan.Entry) is not { IsNone: false } payer)
            return plan;
        taken ??= [];
        var owed = items.Values.Where(i => i.Customer == payer && i.DocumentDate <= plan.Entry.BookedOn && !taken.Contains(i.Id));
        var allocations = Imputation.Of(plan.Entry.Amount, owed, policy, plan.Entry.BookedOn);
        foreach (var allocation in allocations) taken.Add(allocation.Item);
        return plan with { Allocations = allocations, IsImputed = !allocations.IsEmpty };
    }

    // Money is booked on one customer: the owner of the items, else the payer, else the account for unidentified money; what it
    // pays for others goes to them from there. Credit notes of one customer do not pay for another by themselves. It settles
    // nothing that was invoiced after it came: it waits on account.
    private PlannedPayment Decided(PlannedPayment plan, MatchDecision decision, Dictionary<OpenItemId, OpenItem> items)
    {
        var owners = decision.Allocations.Select(a => items[a.Item].Customer).Distinct().ToArray();
        var customer = owners.Length == 1
            ? owners[0] : PayerOf(plan.Entry) is { IsNone: false } payer ? payer
            : seller.UnidentifiedPayer;
        var isApplied = MaySplit(decision.Allocations, customer, item => items[item].Customer)
            && decision.Allocations.All(a => items[a.Item].DocumentDate <= plan.Entry.BookedOn)
            && decision.Allocations.All(a => IsMoneyOnly(a) || !FactorPassing.IsTrusted(items[a.Item]));
        return plan with
        {
            Decision = decision,
            Customer = customer,
            Treatment = decision.Outcome == MatchOutcome.NotCash ? PaymentTreatment.NotCash : PaymentTreatment.Book,
            Allocations = isApplied ? decision.Allocations : [],
            Deductions = isApplied ? ClaimedDeduction.Of(plan.Entry.Claims, decision.Allocations, id => items[id]) : [],
        };
    }

    // A factor gets what came in; that a discount is given on what he lent on is for a person to settle with him.
    private static bool IsMoneyOnly(MatchAllocation allocation) =>
        allocation.Discount.IsZero && allocation.WriteOff.IsZero && !allocation.Cash.IsNegative;

    /// <summary>True when what each customer's items ask for is money: credit notes of one do not pay for another.</summary>
    public static bool MaySplit(
        EquatableArray<MatchAllocation> allocations, CustomerId booked, Func<OpenItemId, CustomerId> ownerOf) =>
        CashSplitting.ByCustomer(allocations, booked, ownerOf).All(p => p.Customer == booked
            ? !CashSplitting.CashOf(p.Allocations).IsNegative : CashSplitting.CashOf(p.Allocations).IsPositive);

    private IncomingPayment Incoming(
        PlannedPayment plan) => IncomingPayment.Of(plan.Payment, plan.Entry) with { Payer = PayerOf(plan.Entry) };

    private ReadOnlySpan<CustomerId> ReceivingCustomers(BankEntry entry) =>
        payers.PaidTo(entry.VirtualAccount.Length > 0 ? entry.VirtualAccount : entry.Account);

    // The surest first, and the next only where it knows nobody: who collects for many still pays to the number of one.
    private CustomerId PayerOf(BankEntry entry)
    {
        if (collections.PayerOf(entry) is { IsNone: false } debtor) return debtor;
        var known = ReceivingCustomers(entry);
        if (known.IsEmpty) known = payers.RegisteredBy(entry.MandateId);
        if (known.IsEmpty) known = payers.PaidFrom(entry.CounterpartyAccount);
        return known is [var only] ? only : default;
    }
}
