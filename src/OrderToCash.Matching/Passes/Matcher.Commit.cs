namespace OrderToCash.Matching;

/// <summary>
/// How a pass ends: everybody proposes against the same state, then what nobody else wants is committed. Where several want
/// an item the best naming wins; equals of one payer take turns by date and id; any other tie keeps the item for a person.
/// </summary>
internal sealed partial class Matcher
{
    private const int Ahead = 16;

    private void Decide(Pass pass)
    {
        Share(pending.Count, (matcher, start, end) => matcher.Propose(pass, start, end));
        JoinProposals();
        if (proposals.Count == 0) return;
        Settle(pass);
        KeepPending();
    }

    // What is open does not change meanwhile: it does not matter who proposes first.
    private void Propose(Pass pass, int start, int end)
    {
        proposals.Truncate(0);
        allots.Truncate(0);
        for (var at = start; at < end; at++)
        {
            AskPending(at, end);
            Propose(pass, pending[at]);
        }
    }

    // What is read of the payments that come later: their rows, what they name, the items.
    private void AskPending(int at, int end)
    {
        if (at + 3 * Ahead < end) Prefetch.OfTwoLines(in rows[pending[at + 3 * Ahead]]);
        if (at + 2 * Ahead < end)
        {
            ref readonly var row = ref rows[pending[at + 2 * Ahead]];
            if (row.NamedCount > 0) Prefetch.Of(in namings[row.NamedStart]);
        }
        if (at + Ahead < end)
        {
            ref readonly var row = ref rows[pending[at + Ahead]];
            if (row.NamedCount == 0) return;
            var item = namings[row.NamedStart].Item;
            Prefetch.Of(in book.Items[item]);
            states.Ask(item);
        }
    }

    private void Propose(Pass pass, int payment)
    {
        ref var row = ref rows[payment];
        if (row.IsDecided || row.IsContested || row.IsSlipOrPart || !MayFind(row, pass)) return;
        var found = TryPropose(pass, payment, out var proposal);
        if (pass == Pass.NamedExact && (!found || proposal.Confidence < policy.ApplyAt)) KeepRest(payment);
        if (!found) return;
        if (proposal.Confidence >= policy.ApplyAt)
        {
            proposals.Add(proposal);
            return;
        }
        row.Unsure |= (ushort)(1 << (int)pass);
        allots.Truncate(proposal.AllotStart);
    }

    private void KeepPending()
    {
        var kept = 0;
        for (var i = 0; i < pending.Count; i++)
            if (!rows[pending[i]].IsDecided) pending[kept++] = pending[i];
        pending.Truncate(kept);
    }

    private void Settle(Pass pass)
    {
        // Below zero an owner is the proposal of this pass that wants the item; a second one makes them rivals.
        Dictionary<int, List<int>>? wanted = null;
        for (var i = 0; i < proposals.Count; i++)
        {
            AskAhead(i);
            foreach (ref readonly var allot in Parts(proposals[i])) Want(ref wanted, allot.Item, i);
        }
        for (var i = 0; i < proposals.Count; i++)
        {
            AskAhead(i);
            if (wanted is null || !IsRivalled(proposals[i])) Commit(proposals[i]);
        }
        if (wanted is not null) SettleRivals(pass, wanted);
    }

    // The first item of a proposal that comes later.
    private void AskAhead(int proposal)
    {
        if (proposal + Ahead < proposals.Count) states.Ask(allots[proposals[proposal + Ahead].AllotStart].Item);
    }

    private void Want(ref Dictionary<int, List<int>>? wanted, int item, int proposal)
    {
        ref var owner = ref states.Touch(item).Owner;
        if (owner >= 0)
        {
            owner = -1 - proposal;
            return;
        }
        wanted ??= [];
        if (!wanted.TryGetValue(item, out var list)) wanted.Add(item, list = [-1 - owner]);
        list.Add(proposal);
        states.Touch(item).IsBlocked = true;
    }

    private bool IsRivalled(in Proposal proposal)
    {
        foreach (ref readonly var allot in Parts(proposal))
            if (states[allot.Item].IsBlocked) return true;
        return false;
    }

    private void SettleRivals(Pass pass, Dictionary<int, List<int>> wanted)
    {
        var (rivals, ties) = (new SortedSet<int>(), new HashSet<int>());
        var losers = new HashSet<int>();
        var keptForPerson = new List<int>();
        foreach (var (item, list) in wanted)
        {
            rivals.UnionWith(list);
            var best = list.Max(i => proposals[i].Rank);
            var top = list.Where(i => proposals[i].Rank == best).ToList();
            losers.UnionWith(list.Where(i => proposals[i].Rank < best));
            if (top.Count == 1) continue;
            // Who is the same payer as the first may be another one than a later one, as far as anybody can tell.
            var first = top.MinBy(i => proposals[i].Payment, Comparer<int>.Create(InOrder));
            if (top.TrueForAll(i => TakesTurns(pass, proposals[first], proposals[i])))
            {
                losers.UnionWith(top.Where(i => i != first));
                continue;
            }
            ties.UnionWith(top);
            keptForPerson.Add(item);
        }
        foreach (var (item, _) in wanted) states.Touch(item).IsBlocked = false;
        foreach (var i in ties) rows[proposals[i].Payment].IsContested = true;
        foreach (var i in rivals)
            if (!ties.Contains(i) && !losers.Contains(i)) Commit(proposals[i]);
        foreach (var item in keptForPerson) states.Touch(item).IsBlocked = true;
        foreach (var i in rivals.Where(i => losers.Contains(i) && !ties.Contains(i))
            .OrderBy(i => proposals[i].Payment, Comparer<int>.Create(InOrder)))
        {
            ReadLate(ref rows[proposals[i].Payment], proposals[i].Payment);
            if (TryPropose(pass, proposals[i].Payment, out var again) && again.Confidence >= policy.ApplyAt) Commit(again);
            else if (pass == Pass.NamedExact) KeepRest(proposals[i].Payment);
        }
        foreach (var i in rivals)
            foreach (ref readonly var allot in Parts(proposals[i]))
                if (states[allot.Item].Owner < 0) states.Touch(allot.Item).Owner = 0;
    }

    private bool TakesTurns(Pass pass, in Proposal left, in Proposal right) => pass <= Pass.NearPart
        && left.AllotCount == 1 && right.AllotCount == 1
        && (left.Payment == right.Payment || IsSameSource(left.Payment, right.Payment));

    private void Commit(in Proposal proposal)
    {
        ref var row = ref rows[proposal.Payment];
        (row.IsDecided, row.Outcome, row.AllotStart, row.AllotCount) =
            (true, proposal.Outcome, settled.Count, proposal.AllotCount);
        (row.Confidence, row.Chance, row.AmountEvidence) = (proposal.Confidence, proposal.Chance, proposal.AmountEvidence);
        row.IsOfPayer = proposal.IsOfPayer;
        foreach (ref readonly var allot in Parts(proposal))
        {
            settled.Add(allot);
            ref var state = ref states.Touch(allot.Item);
            // Others have paid a part of it before.
            if (state.Cleared != 0 && row is { Outcome: MatchOutcome.Full, AmountEvidence: EvidenceKind.ExactAmount })
                row.AmountEvidence = EvidenceKind.PartsAddUp;
            state.Cleared += (allot.Settles == 0 ? allot.Cash : allot.Settles) + allot.Discount + allot.WriteOff;
            state.Owner = proposal.Payment + 1;
            state.IsTakenByAmount = allot.Kind == EvidenceKind.None;
        }
    }

    private Span<Allot> Parts(in Proposal proposal) => allots.AsSpan(proposal.AllotStart, proposal.AllotCount);

    // Whoever names what another payment of the same payer and amount has settled pays twice; whoever names what is settled
    // otherwise is not matched by amounts alone.
    private void FindDuplicates(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            AskPending(at, end);
            var i = pending[at];
            ref var row = ref rows[i];
            if (row.IsDecided || row.NamedCount == 0) continue;
            foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            {
                if (!IsMeant(row, naming)) continue;
                var repeats = naming.Strength >= Strength.Number && Repeats(i, naming.Item);
                row.IsMisnamed |= Left(naming.Item) == 0;
                if (!repeats) continue;
                (row.Outcome, row.IsDecided, row.DuplicateOf, row.Confidence) =
                    (MatchOutcome.Duplicate, true, states[naming.Item].Owner - 1, 9_900);
                break;
            }
        }
    }

    // The item has had the same amount from the same payer; two equal parts that make it whole are no repetition.
    private bool Repeats(int payment, int item)
    {
        var other = states[item].Owner - 1;
        return other >= 0 && other != payment && rows[other].Amount == rows[payment].Amount
            && Left(item) != rows[payment].Amount
            && IsSameSource(payment, other);
    }

    // Customer numbers, dates and telephones look like the numbers of somebody's invoices: only the payer's own ones are meant.
    private bool IsMeant(in PaymentState row, in Naming naming) =>
        naming.Strength >= Strength.Claim || Agrees(row, naming.Item)
            || (row.Trust == PayerTrust.None && naming.Strength == Strength.Number);
}
