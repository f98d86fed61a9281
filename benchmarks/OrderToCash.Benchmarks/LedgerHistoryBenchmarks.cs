using BenchmarkDotNet.Attributes;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>A command for a customer with a short and a long history: the open items are read from the books, and money is applied.</summary>
[MemoryDiagnoser]
public class LedgerHistoryBenchmarks
{
    private readonly InMemoryBooks books = new();

    [Params(10, 10_000)]
    public int ClosedItems { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        foreach (var item in ReceivablesData.Account(10, ClosedItems))
        {
            var opened = new OpenItemOpened { Item = item.Id, Entry = item.Entry, By = ReceivablesData.Clerk, At = ReceivablesData.KnownAt, Opened = item };
            var stream = Streams.OpenItem(item.Id);
            await books.CommitAsync(new("take " + item.Id), ContentHash.OfUtf8("{}"u8), [], _ => Result.Success(new Commit
            {
                Answer = stream,
                Changes = [StreamChange.Of(stream, 0, new Decision<OpenItem, OpenItemEvent> { State = item, Events = [opened] })],
            }));
        }
    }

    [Benchmark]
    public async Task<long> PayTheOldest()
    {
        OpenItem? oldest = null;
        await foreach (var stored in books.OpenItemsAsync(new() { LegalEntity = ReceivablesData.Entity, Customer = new("C-1") }))
            if (stored.State.IsDebit && (oldest is null || stored.State.DueDate < oldest.DueDate)) oldest = stored.State;
        return ReceivablesData.Pay(oldest!, "PAY", oldest!.Open).Item(oldest.Id)!.Open.MinorUnits;
    }
}
