namespace OrderToCash.Matching;

/// <summary>
/// Several threads: what does not depend on other payments is shared out, a range of payments to each helper, who has room of his
/// own, and there are more helpers than threads; what was found is joined in the order of the ranges, as one thread finds it. Who
/// gets an item is settled by one thread.
/// </summary>
internal sealed partial class Matcher
{
    // Payers are of very different size: whoever is done with a small part takes the next one.
    private const int PartsPerThread = 4;

    private readonly Matcher[] helpers;

    // A helper: it shares all that is only read while helpers work, and what each payment has for itself.
    private Matcher(Matcher main)
    {
        (book, payments, policy, payers, rates) = (main.book, main.payments, main.policy, main.payers, main.rates);
        (rows, pending, payerStarts, helpers) = (main.rows, main.pending, main.payerStarts, []);
        states = new(main.states);
        (namings, payerScopes, mentions, nears, settled) = (new(64), new(64), new(64), new(64), main.settled);
    }

    private void Share(int count, Action<Matcher, int, int> work)
    {
        if (helpers.Length == 0) work(this, 0, count);
        else
            Parallel.For(0, helpers.Length, new() { MaxDegreeOfParallelism = helpers.Length / PartsPerThread },
                i => work(helpers[i], StartOf(i, count), StartOf(i + 1, count)));
        foreach (var helper in helpers) (steps, helper.steps) = (steps + helper.steps, 0);
    }

    private int StartOf(int helper, int count) => (int)((long)count * helper / helpers.Length);

    private void JoinReading()
    {
        for (var h = 0; h < helpers.Length; h++)
        {
            var helper = helpers[h];
            foreach (ref var row in rows.AsSpan(StartOf(h, rows.Count), StartOf(h + 1, rows.Count) - StartOf(h, rows.Count)))
            {
                row.PayerStart += payerScopes.Count;
                row.NamedStart += namings.Count;
                if (row.MentionStart >= 0) row.MentionStart += mentions.Count;
            }
            helper.payerScopes = Join(payerScopes, helper.payerScopes);
            helper.namings = Join(namings, helper.namings);
            helper.mentions = Join(mentions, helper.mentions);
            rests.AddRange(helper.rests.AsSpan());
        }
    }

    private void JoinNears()
    {
        for (var h = 0; h < helpers.Length; h++)
        {
            var (start, end) = (StartOf(h, pending.Count), StartOf(h + 1, pending.Count));
            foreach (var i in pending.AsSpan(start, end - start)) rows[i].NearStart += nears.Count;
            helpers[h].nears = Join(nears, helpers[h].nears);
        }
    }

    private void JoinProposals()
    {
        if (helpers.Length == 0) return;
        proposals.Truncate(0);
        allots.Truncate(0);
        foreach (var helper in helpers)
        {
            foreach (ref var proposal in helper.proposals.AsSpan()) proposal.AllotStart += allots.Count;
            proposals.AddRange(helper.proposals.AsSpan());
            allots.AddRange(helper.allots.AsSpan());
        }
    }

    // Helpers settle payers each in room of his own; what they settled comes behind what all have settled.
    private void ShareSettling()
    {
        foreach (var helper in helpers) helper.settled = new(64);
    }

    private void JoinSettled()
    {
        for (var h = 0; h < helpers.Length; h++)
        {
            var (helper, count) = (helpers[h], payerStarts.Count - 1);
            var (start, end) = (payerStarts[StartOf(h, count)], payerStarts[StartOf(h + 1, count)]);
            foreach (var i in pending.AsSpan(start, end - start))
                if (rows[i].IsDecided) rows[i].AllotStart += settled.Count;
            helper.settled = Join(settled, helper.settled);
            states.Join(helper.states);
        }
    }

    // From here on the helper reads what all have found.
    private static PooledList<T> Join<T>(PooledList<T> all, PooledList<T> own) where T : unmanaged
    {
        all.AddRange(own.AsSpan());
        own.Dispose();
        return all;
    }
}
