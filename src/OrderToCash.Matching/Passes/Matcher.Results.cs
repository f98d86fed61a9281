namespace OrderToCash.Matching;

/// <summary>Turns rows into decisions, and what stayed undecided into suggestions.</summary>
internal sealed partial class Matcher
{
    private const int MaxAlternatives = 3;

    private MatchAllocation[] allocationRoom = [];
    private MatchEvidence[] evidenceRoom = [];

    private MatchRun Results(PaymentObjects objects)
    {
        var decisions = new MatchDecision[payments.Count];
        Share(payments.Count, (matcher, start, end) => matcher.FillResults(objects, decisions, start, end));
        Share(pending.Count, (matcher, start, end) => matcher.FillSuggestions(objects, decisions, start, end));
        return new() { Decisions = [.. decisions], PolicyVersion = policy.Version, Steps = steps };
    }

    private void FillResults(PaymentObjects objects, MatchDecision[] decisions, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if ((i - start) % Block == 0) AskResults(i, end);
            if (rows[i].IsDecided)
                decisions[i] = rows[i].AllotCount == 0 ? Set(objects, i)
                    : LeavesMuchUnread(i) ? Doubted(objects, i) : Applied(objects, i);
        }
    }

    private void FillSuggestions(PaymentObjects objects, MatchDecision[] decisions, int start, int end)
    {
        isSuggesting = true;
        foreach (var i in pending.AsSpan(start, end - start)) decisions[i] = Suggestion(objects, i);
    }

    // The ids of the items of the next block.
    private void AskResults(int start, int end)
    {
        for (var i = start + Block; i < start + 2 * Block && i < end; i++)
            if (rows[i].AllotCount > 0) Prefetch.Of(in book.Ids[settled[rows[i].AllotStart].Item]);
    }

    private MatchDecision Applied(PaymentObjects objects, int payment)
    {
        ref readonly var row = ref rows[payment];
        var allocations = Allocations(settled.AsSpan(row.AllotStart, row.AllotCount), row.Currency);
        var cash = 0L;
        var isWrittenOff = false;
        foreach (ref readonly var allot in settled.AsSpan(row.AllotStart, row.AllotCount))
        {
            cash = checked(cash + allot.Cash);
            isWrittenOff |= allot.WriteOff != 0;
        }
        return new()
        {
            Payment = objects.Id(payment),
            Outcome = row.Outcome,
            Allocations = allocations,
            Residual = Money.FromMinorUnits(row.Amount - cash, row.Currency),
            Confidence = row.Confidence,
            ChancePerMillion = row.Chance,
            Evidence = Evidence(row),
            Alternatives = [],
            WriteOffReason = isWrittenOff ? policy.WriteOffReason : "",
        };
    }

    // Duplicates and what is no cash.
    private MatchDecision Set(PaymentObjects objects, int payment)
    {
        ref readonly var row = ref rows[payment];
        return new()
        {
            Payment = objects.Id(payment),
            Outcome = row.Outcome,
            Allocations = [],
            Residual = payments.Amount(payment),
            Confidence = row.Confidence,
            ChancePerMillion = 0,
            Evidence = row.DuplicateOf >= 0 ? [new() { Kind = EvidenceKind.SamePayment }] : [],
            Alternatives = [],
            DuplicateOf = row.DuplicateOf >= 0 ? objects.Id(row.DuplicateOf) : default,
        };
    }

    private MatchDecision Suggestion(PaymentObjects objects, int payment)
    {
        ref readonly var row = ref rows[payment];
        List<MatchAlternative>? found = null;
        using var hidden = Hide(payment);
        FindAlternatives(ref found, payment);
        var best = found is null ? [] : found.OrderByDescending(a => a.Confidence).Take(MaxAlternatives).ToEquatableArray();
        return new()
        {
            Payment = objects.Id(payment),
            Outcome = best.IsEmpty ? MatchOutcome.Unidentified : MatchOutcome.Suggested,
            Allocations = [],
            Residual = payments.Amount(payment),
            Confidence = best.IsEmpty ? 0 : best[0].Confidence,
            ChancePerMillion = 0,
            Evidence = EvidenceOfUndecided(row, payment),
            Alternatives = best,
        };
    }

    private void FindAlternatives(ref List<MatchAlternative>? found, int payment)
    {
        ref readonly var row = ref rows[payment];
        for (var pass = Pass.NamedExact; pass <= Pass.Foreign && !hasOffer; pass++)
            if (IsWorthwhile(row, pass) && TryPropose(pass, payment, out var proposal)) Offer(ref found, row, proposal);
        OfferContradicting(ref found, payment);
        if (!hasOffer && MayFind(row, Pass.Single)) OfferEqualAmounts(ref found, payment);
        if (!hasOffer && MayFind(row, Pass.Tolerated)) OfferWithinTolerance(ref found, payment);
        if (!hasOffer && row.PayerCount == 0) OfferAnybodys(ref found, payment);
    }

    // Sums are searched again only where they found something, or where a tie kept the payment out of their pass.
    private static bool IsWorthwhile(in PaymentState row, Pass pass) => MayFind(row, pass)
        && ((pass < Pass.Totals && pass != Pass.NamedRest) || row.IsContested || (row.Unsure & Bit(pass)) != 0);

    private void Offer(ref List<MatchAlternative>? found, in PaymentState row, in Proposal proposal)
    {
        var confidence = Math.Min(proposal.Confidence, policy.ApplyAt - 1);
        if (isOnlyAsked)
        {
            hasOffer |= confidence >= policy.SuggestAt;
            allots.Truncate(proposal.AllotStart);
            return;
        }
        var allocations = Allocations(Parts(proposal), row.Currency);
        var naming = allots[proposal.AllotStart].Kind;
        allots.Truncate(proposal.AllotStart);
        if (confidence < policy.SuggestAt || (found?.Exists(a => a.Allocations == allocations) ?? false)) return;
        found ??= [];
        found.Add(new()
        {
            Allocations = allocations, Confidence = confidence,
            Evidence = naming != EvidenceKind.None ? naming : proposal.AmountEvidence,
        });
    }

    private void OfferItem(ref List<MatchAlternative>? found, int payment, int item, long writeOff, int confidence,
        EvidenceKind evidence)
    {
        var start = allots.Count;
        AddAllot(new() { Item = item }, book.Items[item].Open - writeOff, 0, writeOff);
        Offer(ref found, rows[payment], Propose(payment, start, 0, MatchOutcome.Full, evidence, confidence));
    }

    private void OfferWithinTolerance(ref List<MatchAlternative>? found, int payment)
    {
        ref readonly var row = ref rows[payment];
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
        {
            var items = book.Scope(scope);
            var offered = 0;
            for (var i = LowerBound(items, row.Amount + 1); i < items.Length && offered < MaxAlternatives; i++)
            {
                steps++;
                var difference = items[i].Open - row.Amount;
                if (difference > policy.Tolerance(items[i].Open, row.Currency)) break;
                if (!IsPayable(row, items.At(i))) continue;
                OfferItem(ref found, payment, items.At(i), difference, 7_000 - offered++ * 500,
                    EvidenceKind.AmountWithinTolerance);
            }
        }
    }

    private EquatableArray<MatchAllocation> Allocations(ReadOnlySpan<Allot> parts, Currency currency)
    {
        var allocations = Room(ref allocationRoom, parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            ref readonly var allot = ref parts[i];
            var of = allot.Settles == 0 ? currency : book.Items[allot.Item].Currency;
            allocations[i] = new()
            {
                Item = book.Ids[allot.Item],
                Cash = Money.FromMinorUnits(allot.Cash, currency),
                Settles = allot.Settles == 0 ? null : Money.FromMinorUnits(allot.Settles, of),
                Discount = Money.FromMinorUnits(allot.Discount, of),
                WriteOff = Money.FromMinorUnits(allot.WriteOff, of),
            };
        }
        return EquatableArray.Create<MatchAllocation>(allocations);
    }

    private EquatableArray<MatchEvidence> Evidence(in PaymentState row)
    {
        var parts = settled.AsSpan(row.AllotStart, row.AllotCount);
        var named = 0;
        foreach (ref readonly var part in parts) named += part.Kind != EvidenceKind.None ? 1 : 0;
        var payer = row.IsOfPayer || IsKnownAbroad(row) ? PayerEvidence(row) : EvidenceKind.None;
        var amount = AmountEvidenceOf(row);
        var evidence = Room(ref evidenceRoom,
            named + (amount != EvidenceKind.None ? 1 : 0) + (payer != EvidenceKind.None ? 1 : 0));
        var at = 0;
        foreach (ref readonly var part in parts)
            if (part.Kind != EvidenceKind.None)
                evidence[at++] =
                    new() { Kind = part.Kind, Start = part.Start, Length = part.Length, Item = book.Ids[part.Item] };
        if (payer != EvidenceKind.None) evidence[at++] = new() { Kind = payer };
        if (amount != EvidenceKind.None) evidence[at] = new() { Kind = amount };
        return EquatableArray.Create<MatchEvidence>(evidence);
    }

    // What was a part payment when it was decided has come to be one of several that add up, where others paid the rest since.
    private EvidenceKind AmountEvidenceOf(in PaymentState row)
    {
        if (row.Outcome != MatchOutcome.Partial) return row.AmountEvidence;
        var isShared = false;
        foreach (ref readonly var part in settled.AsSpan(row.AllotStart, row.AllotCount))
        {
            if (!IsSettled(part.Item)) return row.AmountEvidence;
            isShared |= part.Settles == 0 && part.Cash + part.Discount + part.WriteOff != book.Items[part.Item].Open;
        }
        return isShared ? EvidenceKind.PartsAddUp : row.AmountEvidence;
    }

    // Nothing is left of it, and no person has to say first whether whoever paid last meant it.
    private bool IsSettled(int item) =>
        Left(item) == 0 && (states[item].Owner <= 0 || !LeavesMuchUnread(states[item].Owner - 1));

    // Whose money it may be, and what it names that is not open.
    private EquatableArray<MatchEvidence> EvidenceOfUndecided(in PaymentState row, int payment)
    {
        var evidence = new List<MatchEvidence>();
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Strength >= Strength.Number && IsMeant(row, naming) && IsSettled(naming.Item))
                evidence.Add(new()
                {
                    Kind = EvidenceKind.NotOpen, Item = book.Sources[naming.Item].Id, Start = naming.Start,
                    Length = naming.Length,
                });
        if (evidence.Count == 0 && row.NamesOutside && !IsRejecting(payment))
        {
            TryFindOutside(row, payment, out var start, out var end);
            evidence.Add(new() { Kind = EvidenceKind.NotOpen, Start = start, Length = end - start });
        }
        if (PayerEvidence(row) is var payer and not EvidenceKind.None) evidence.Add(new() { Kind = payer });
        return evidence.ToEquatableArray();
    }

    private static Span<T> Room<T>(ref T[] room, int count)
    {
        if (room.Length < count) room = new T[Math.Max(count, room.Length * 2)];
        return room.AsSpan(0, count);
    }

    private static EvidenceKind PayerEvidence(in PaymentState row) => row.Trust switch
    {
        _ when row.PayerCount == 0 && !IsKnownAbroad(row) => EvidenceKind.None,
        _ when row.IsPayerLearned => EvidenceKind.PayerLearned,
        PayerTrust.Given or PayerTrust.Account => EvidenceKind.PayerAccount,
        PayerTrust.Name => EvidenceKind.PayerName,
        _ => EvidenceKind.None,
    };
}
