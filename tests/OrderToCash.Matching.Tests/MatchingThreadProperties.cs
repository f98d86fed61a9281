using OrderToCash.Benchmarks;

namespace OrderToCash.Matching.Tests;

/// <summary>How many threads work, and what was matched before with the same book, changes no decision.</summary>
public class MatchingThreadProperties
{
    private sealed class Lines : IMatchSink
    {
        public List<string> Taken { get; } = [];

        public void Take(in MatchedRow decision, ReadOnlySpan<MatchedPart> parts) => Taken.Add($"{decision} {string.Join(' ', parts.ToArray())}");
    }

    private static List<string> Rows(OpenItemBook book, IEnumerable<IncomingPayment> payments, PayerDirectory payers, int threads)
    {
        var sink = new Lines();
        var rows = payments.Select((p, i) => new PaymentRow
        {
            Number = i, Amount = p.Amount, ReceivedOn = p.ReceivedOn, Account = p.CounterpartyAccount, Text = p.RemittanceText,
        }).ToArray();
        MatchingEngine.Match(book, rows, MatchingPolicy.Standard, payers, ref sink, threads);
        return sink.Taken;
    }

    private static MatchRun Run(OpenItemBook book, IncomingPayment[] payments, int threads) =>
        MatchingEngine.Match(book, payments, MatchingPolicy.Standard with { LearnsPayers = true }, Desk.Payers, degreeOfParallelism: threads);

    [Property(MaxTest = 500, Arbitrary = [typeof(MatchingProperties.Days)])]
    public void Any_number_of_threads_decides_alike(MatchingProperties.Day day, int seed)
    {
        var book = OpenItemBook.Create(day.Items);
        new Random(seed).Shuffle(day.Payments);
        var alone = Run(book, day.Payments, 1);
        for (var threads = 2; threads <= 4; threads++) Assert.Equal(alone, Run(book, day.Payments, threads));
    }

    [Theory, InlineData(7, false), InlineData(8, true)]
    public void A_day_of_many_payments_is_decided_alike_by_threads(ulong seed, bool isHard)
    {
        var data = MatchingData.Generate(6_000, 4_000, seed, isHard ? MatchingSet.Hard : MatchingSet.Standard);
        var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var alone = MatchingEngine.Match(book, data.Payments, MatchingPolicy.Standard, payers);
        Assert.Equal(alone, MatchingEngine.Match(book, data.Payments, MatchingPolicy.Standard, payers, degreeOfParallelism: 2));
        Assert.Equal(alone, MatchingEngine.Match(book, data.Payments, MatchingPolicy.Standard, payers, degreeOfParallelism: 3));
        Assert.Equal(Rows(book, data.Payments, payers, 1), Rows(book, data.Payments, payers, 3));
    }

    // Whoever names nothing pays his own items: other payers in the same run, or none, make no difference.
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void What_a_payer_pays_without_a_word_does_not_depend_on_others(ulong seed)
    {
        var data = MatchingData.Generate(3_000, 1_500, seed, MatchingSet.Hard);
        var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var known = data.Aliases.Select(a => a.Account).ToHashSet();
        var silent = data.Payments.Where(p => known.Contains(p.CounterpartyAccount)).Select(p => p with { RemittanceText = "", Claims = [] }).ToArray();
        var together = MatchingEngine.Match(book, silent, MatchingPolicy.Standard, payers).Decisions.ToDictionary(d => d.Payment);
        var apart = silent.GroupBy(p => p.CounterpartyAccount)
            .SelectMany(payer => MatchingEngine.Match(book, payer, MatchingPolicy.Standard, payers).Decisions).ToArray();
        Assert.Contains(apart, d => d.IsApplied);
        Assert.All(apart, d => Assert.Equal(together[d.Payment], d));
    }

    // The room of a run is used again: nothing of one run is left in the next.
    [Property(MaxTest = 300, Arbitrary = [typeof(MatchingProperties.Days)])]
    public void A_run_leaves_no_trace(MatchingProperties.Day day)
    {
        var book = OpenItemBook.Create(day.Items);
        Run(book, day.Payments, 1);
        foreach (var payment in day.Payments)
        {
            Run(OpenItemBook.Create(day.Items[..(day.Items.Length / 2)]), day.Payments, 1);
            Assert.Equal(Run(OpenItemBook.Create(day.Items), [payment], 1), Run(book, [payment], 1));
        }
    }

    [Fact]
    public void Runs_at_once_do_not_disturb_each_other()
    {
        var data = MatchingData.Generate(600, 400, 9);
        var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var expected = MatchingEngine.Match(book, data.Payments, MatchingPolicy.Standard, payers);
        Parallel.For(0, 16, _ => Assert.Equal(expected, MatchingEngine.Match(book, data.Payments, MatchingPolicy.Standard, payers)));
    }

    [Theory, InlineData(0), InlineData(65)]
    public void So_many_threads_are_a_bug_of_the_caller(int threads) => Assert.Throws<ArgumentOutOfRangeException>(
        () => MatchingEngine.Match(OpenItemBook.Create([]), [], MatchingPolicy.Standard, degreeOfParallelism: threads));

    [Property(MaxTest = 500, Arbitrary = [typeof(MatchingProperties.Days)])]
    public void Where_in_a_text_a_number_stands_does_not_matter(MatchingProperties.Day day, byte blanks)
    {
        Span<NumberMention> straight = stackalloc NumberMention[MentionScanner.MaxMentions];
        Span<NumberMention> moved = stackalloc NumberMention[MentionScanner.MaxMentions];
        foreach (var payment in day.Payments)
        {
            var count = MentionScanner.Scan(payment.RemittanceText, straight);
            Assert.Equal(count, MentionScanner.Scan(new string(' ', blanks) + payment.RemittanceText, moved));
            for (var i = 0; i < count; i++)
                Assert.Equal(straight[i], moved[i] with { Start = moved[i].Start - blanks });
        }
    }
}
