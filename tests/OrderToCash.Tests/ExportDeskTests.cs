using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class ExportDeskTests
{
    private static readonly AccountMapping Mapping = new()
    {
        Version = "2025-1",
        Rules =
        [
            new() { Role = AccountRole.TradeReceivable, Account = "1200" }, new() { Role = AccountRole.Sales, Account = "8400" },
            new() { Role = AccountRole.OutputTax, Account = "1776" }, new() { Role = AccountRole.Bank, Account = "1000" },
        ],
    };

    private readonly ABusiness business = new();

    private ExportJournal Export(AccountMapping? mapping = null, string ledger = "", int? limit = null) => new()
    {
        Id = business.Next(), By = Anna, LegalEntity = Id, Mapping = mapping ?? Mapping, GeneralLedger = ledger, Limit = limit,
    };

    [Fact]
    public async Task Each_entry_goes_to_the_general_ledger_once_and_a_lost_file_is_made_again()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 10m);
        var command = Export();
        var first = Expect.Success(await business.Exports.ExportAsync(command));
        Assert.Equal((1, Eur(119), Eur(119)), ((int)first.Entries, first.Totals[0].Debit, first.Totals[0].Credit));
        await business.BilledAsync("SO-2", "I-2", 20m);
        // The same command again is the same export, whatever was posted since.
        Assert.Equal(first, Expect.Success(await business.Exports.ExportAsync(command)));
        var second = Expect.Success(await business.Exports.ExportAsync(Export()));
        Assert.Equal((first.To, 1), (second.From, (int)second.Entries));
        Assert.Empty(Expect.Success(await business.Exports.ExportAsync(Export())).Lines);
        Assert.Equal(2, (int)Expect.Success(await business.Exports.ExportAsync(Export(ledger: "group"))).Entries);
        var log = (await business.Exports.ExportsAsync(Id))!;
        Assert.Equal([(1, "2025-1", "anna"), (2, "2025-1", "anna"), (3, "2025-1", "anna")], log.Exports.Select(e => (e.Number, e.MappingVersion, e.By.Id.Value)));
        Assert.Equal(first.ToCsv(), Expect.Success(await business.Exports.RepeatAsync(Id, "", 1, Mapping)).ToCsv());
        var other = Mapping with { Rules = [.. Mapping.Rules.Skip(1), new() { Role = AccountRole.TradeReceivable, Account = "1210" }] };
        Expect.Refused(JournalExportErrors.ContentDiffers, await business.Exports.RepeatAsync(Id, "", 1, other));
        Expect.Refused(JournalExportErrors.Unknown, await business.Exports.RepeatAsync(Id, "", 4, Mapping));
        Expect.Refused(ProcessErrors.CommandConflict, await business.Exports.ExportAsync(command with { Limit = 7 }));
    }

    [Fact]
    public async Task What_has_no_account_is_listed_whole_and_nothing_is_exported()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 10m);
        var refused = await business.Exports.ExportAsync(Export(Mapping with { Rules = [Mapping.Rules[0]] }));
        Assert.Equal(2, refused.Errors.Count(e => e.Code == JournalExportErrors.MappingMissing.Code));
        Assert.Null(await business.Exports.ExportsAsync(Id));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Exports.ExportAsync(Export() with { LegalEntity = new("XX") }));
        Assert.Single(Expect.Success(await business.Exports.ExportAsync(Export(limit: 1))).Totals);
    }

    [Fact]
    public void Of_exports_at_once_each_entry_is_in_one_in_every_order()
    {
        var orders = Interleavings.Explore(false, () =>
        {
            var world = new ABusiness();
            world.OpenCustomerAsync().GetAwaiter().GetResult();
            for (var i = 1; i < 4; i++) world.BilledAsync($"SO-{i}", $"I-{i}", i).GetAwaiter().GetResult();
            return world.Books;
        }, [At("a", 2), At("b", 2)], (books, answers) =>
        {
            Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.ToString()));
            Assert.Equal([1L, 2L, 3L], answers.SelectMany(a => a.Value.Lines.Select(l => l.Position).Distinct()).Order());
        });
        Assert.True(orders >= 20, $"{orders}");

        static Func<IBooks, Task<Result<JournalExport>>> At(string id, int limit) => books => new ABusiness(books).Exports.ExportAsync(new()
        {
            Id = new(id), By = Anna, LegalEntity = Id, Mapping = Mapping, Limit = limit,
        }).AsTask();
    }
}
