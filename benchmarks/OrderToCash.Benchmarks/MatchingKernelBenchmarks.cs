using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Matching;

namespace OrderToCash.Benchmarks;

/// <summary>
/// Payments that say what they are for, against the limit kernel: a structured reference, or a number in 140 characters. Both decide all
/// of them; ours also who pays, duplicates, evidence and chance.
/// </summary>
[MemoryDiagnoser]
public class MatchingKernelBenchmarks
{
    private const int TextLength = 140;

    private OpenItemBook book = null!;
    private PayerDirectory payers = null!;
    private MatchingKernels byReference = null!;
    private MatchingKernels byNumber = null!;
    private PaymentRow[] referenced = null!;
    private PaymentRow[] numbered = null!;
    private string[] references = null!;
    private string[] texts = null!;
    private long[] referencedAmounts = null!;
    private long[] numberedAmounts = null!;
    private MatchingKernels.Settled[] decisions = null!;

    /// <summary>How many items are open.</summary>
    [Params(1_000_000)]
    public int Items { get; set; } = 1_000_000;

    /// <summary>How many payments name one by its reference.</summary>
    public int Referenced => referenced.Length;

    /// <summary>How many name one in a text.</summary>
    public int Numbered => numbered.Length;

    [GlobalSetup]
    public void Setup()
    {
        var data = MatchingData.Generate(Items, 1, seed: 42);
        (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var accounts = data.Aliases.ToDictionary(a => a.Customer, a => a.Account);
        // In an order that has nothing to do with that of the items.
        var order = Enumerable.Range(0, Items).ToArray();
        new Random(42).Shuffle(order);
        var open = order.Where(i => data.Items[i].Amount.IsPositive).Take(Items / 2).ToArray();
        referenced = [.. open.Select((item, i) => Row(data, accounts, item, i) with { Reference = data.Items[item].PaymentReference })];
        // Every third item has a number in one run of digits: the kernel can read no other.
        var plain = open.Where(i => i % 3 == 1).ToArray();
        numbered = [.. plain.Select((item, i) => Row(data, accounts, item, i) with { Text = Text(data.Items[item].DocumentNumber) })];
        (references, referencedAmounts) = ([.. referenced.Select(r => r.Reference!)], [.. referenced.Select(r => r.Amount.MinorUnits)]);
        (texts, numberedAmounts) = ([.. numbered.Select(r => r.Text!)], [.. numbered.Select(r => r.Amount.MinorUnits)]);
        var amounts = data.Items.Select(i => i.Amount.MinorUnits).ToArray();
        byReference = new(data.Items.Select((item, i) => Digits(item.PaymentReference) is not 0 and var key ? key : (ulong)i + 1).ToArray(), amounts);
        byNumber = new(data.Items.Select(i => Digits(i.DocumentNumber)).ToArray(), amounts);
        decisions = new MatchingKernels.Settled[referenced.Length];
    }

    [Benchmark]
    public int ReferencesKernel() => byReference.References(references, referencedAmounts, decisions);

    [Benchmark]
    public int References() => MatchingCommands.Count(book, referenced, payers);

    [Benchmark]
    public int TextKernel() => byNumber.Numbers(texts, numberedAmounts, decisions);

    [Benchmark]
    public int Text() => MatchingCommands.Count(book, numbered, payers);

    private static PaymentRow Row(MatchingData data, Dictionary<CustomerId, string> accounts, int item, int number) => new()
    {
        Number = number, Amount = data.Items[item].Amount, ReceivedOn = MatchingData.PaidOn, Account = accounts[data.Items[item].Customer],
        BankLine = number + 1,
    };

    private static string Text(string number) =>
        $"SVWZ+RECHNUNG {number} VOM 12.03.2026 KD-NR 48213 TEL 0891234567 ABWA+ACME HOLDING GMBH EREF+NOTPROVIDED ".PadRight(TextLength, 'X');

    private static ulong Digits(string text)
    {
        var key = 0UL;
        foreach (var c in text)
            if (char.IsAsciiDigit(c)) key = key * 10 + (uint)(c - '0');
        return key;
    }
}
