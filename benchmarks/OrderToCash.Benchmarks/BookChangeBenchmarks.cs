using BenchmarkDotNet.Attributes;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>A book whose items are paid in part, settled and added, one at a time and a hundred at a time.</summary>
[MemoryDiagnoser]
public class BookChangeBenchmarks
{
    private const int Changes = 100_000;

    private MatchingData data = null!;
    private OpenItem[] changed = null!;

    /// <summary>How many items are open at first.</summary>
    [Params(1_000_000)]
    public int Items { get; set; } = 1_000_000;

    [GlobalSetup]
    public void Setup()
    {
        data = MatchingData.Generate(Items, 1, seed: 42);
        var order = Enumerable.Range(0, Items).ToArray();
        new Random(42).Shuffle(order);
        changed = [.. order.Take(Changes).Select((item, i) => Changed(data.Items[item], i))];
        Book = OpenItemBook.Create(data.Items);
    }

    /// <summary>The book before.</summary>
    public OpenItemBook Book { get; private set; } = null!;

    /// <summary>Another book of the same items: each line of changes begins with its own.</summary>
    [IterationSetup]
    public void Fresh() => Book = OpenItemBook.Create(data.Items);

    [Benchmark(OperationsPerInvoke = Changes)]
    public int OneByOne()
    {
        var book = Book;
        foreach (var item in changed) book = book.With([item]);
        return book.Count;
    }

    [Benchmark(OperationsPerInvoke = Changes)]
    public int AHundredAtATime()
    {
        var book = Book;
        for (var i = 0; i < changed.Length; i += 100) book = book.With(changed[i..(i + 100)]);
        return book.Count;
    }

    /// <summary>How many changes there are.</summary>
    public static int Count => Changes;

    private static OpenItem Changed(OpenItem item, int index) => (index % 3) switch
    {
        0 => item with { Applications = [Paid(item, item.Amount)] },
        1 => item with { Applications = [Paid(item, Money.FromMinorUnits(item.Amount.MinorUnits / 2, item.Amount.Currency))] },
        _ => item with { Id = new($"{item.Id.Value}/2"), Instalment = 2 },
    };

    private static Application Paid(OpenItem item, Money amount) => new()
    {
        Id = new("A1"), Counterpart = new("P1"), Amount = amount, FunctionalAmount = amount, On = MatchingData.PaidOn,
        RecordedAt = default,
    };
}
