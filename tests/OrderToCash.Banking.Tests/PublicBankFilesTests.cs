namespace OrderToCash.Banking.Tests;

/// <summary>Over the public files of O2C_DATA: each is read, or refused with a reason.</summary>
public class PublicBankFilesTests
{
    private static IEnumerable<string> Files(string below) => Directory
        .EnumerateFiles(Path.Combine(Repository.Data!, "bank", "camt", below), "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is not (".json" or ".zip" or ".pydata" or ".feature"))
        .Order(StringComparer.Ordinal);

    private static List<Result<BankStatement>> Read(string file)
    {
        using var stream = File.OpenRead(file);
        return [.. Camt053Reader.Read(stream)];
    }

    [DataFact]
    public void Every_camt_file_is_read_or_refused_with_a_reason()
    {
        var (read, refused) = (0, 0);
        foreach (var file in Files(""))
        {
            var results = Read(file);
            var findings = results.SelectMany(r => r.IsSuccess ? r.Value.Findings.AsEnumerable() : r.Errors).ToList();
            if (results.All(r => r.IsSuccess)) read++;
            else refused++;
            Assert.NotEmpty(results);
            Assert.All(findings, f => Assert.StartsWith("bank.", f.Code));
        }
        Assert.True(read > 60, $"{read} read, {refused} refused");
    }

    [DataFact]
    public void Subite_statements_balance()
    {
        var statements = Files("Subite-eu__camt-to-coda").Where(f => f.Contains("CAMT_053", StringComparison.Ordinal) || f.Contains("__Other__", StringComparison.Ordinal))
            .SelectMany(Read).Select(Expect.Success).Where(s => s.Opening is not null && s.Closing is not null).ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements, s => Assert.True(s.Balances, $"{s.Account} {s.Id}: {string.Join("; ", s.Findings)}"));
    }

    [DataFact]
    public void Identities_are_unique_in_every_statement()
    {
        foreach (var statement in Files("").SelectMany(Read).Where(r => r.IsSuccess).Select(r => r.Value))
            Assert.Equal(statement.Entries.Count, statement.Entries.Select(e => e.Identity).Distinct().Count());
    }

    [DataFact]
    public void The_dutch_example_reads_as_its_golden_file_says()
    {
        var file = Files("OCA__bank-statement-import").Single(f => f.EndsWith("test-camt053", StringComparison.Ordinal));
        var statement = Expect.Success(Read(file)[0]);
        Assert.Equal(("NL77ABNA0574908765", "15568.27 EUR", "15121.12 EUR"), (statement.Account, $"{statement.Opening}", $"{statement.Closing}"));
        Assert.Equal(["-754.25 EUR", "-564.05 EUR", "-100.00 EUR", "1405.31 EUR"], statement.Entries.Select(e => $"{e.Amount}"));
        Assert.Equal(("INSURANCE COMPANY TESTX", "NL46ABNA0499998748"), (statement.Entries[0].CounterpartyName, statement.Entries[0].CounterpartyAccount));
    }

    [DataFact]
    public void Every_mt940_file_is_read_or_refused_with_a_reason()
    {
        var read = new List<Result<BankStatement>>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Data!, "bank", "mt940"), "*", SearchOption.AllDirectories))
        {
            using var stream = File.OpenRead(file);
            read.AddRange(BankFiles.BuiltIn.Read(stream));
        }
        Assert.All(read.Where(r => !r.IsSuccess), r => Assert.Equal(BankFileErrors.UnknownFormat.Code, Assert.Single(r.Errors).Code));
        var whole = read.Where(r => r.IsSuccess).Select(r => r.Value).Where(s => s.Opening is not null && s.Closing is not null).ToList();
        // Six statements of the set were made anonymous without care for their sums.
        Assert.InRange(whole.Count(s => s.Balances) * 100 / whole.Count, 85, 100);
        Assert.All(whole.Where(s => !s.Balances), s => Expect.Found(BankFileErrors.WrongTotals, s.Findings));
    }

    [DataFact]
    public void Every_bai_coda_and_ofx_file_is_read_or_refused_with_a_reason()
    {
        var read = new List<Result<BankStatement>>();
        foreach (var file in new[] { "bai2", "coda", "ofx" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Data!, "bank", f), "*", SearchOption.AllDirectories)))
        {
            using var stream = File.OpenRead(file);
            var results = BankFiles.BuiltIn.Read(stream).ToList();
            Assert.NotEmpty(results);
            read.AddRange(results);
        }
        string[] reasons = [BankFileErrors.UnknownFormat.Code, BankFileErrors.NoStatement.Code, BankFileErrors.BankAnswered.Code];
        Assert.All(read.Where(r => !r.IsSuccess), r => Assert.Contains(Assert.Single(r.Errors).Code, reasons));
        Assert.All(read.Where(r => r.IsSuccess), r => Assert.True(r.Value.Account.Length > 0 || r.Value.Findings.Any(f => f.Code == BankFileErrors.NoAccount.Code)));
    }

    [DataFact]
    public void Genkgo_files_read_as_their_expected_json_says()
    {
        var compared = 0;
        foreach (var golden in Directory.EnumerateFiles(Path.Combine(Repository.Data!, "bank", "camt", "genkgo__camt"), "*.json"))
        {
            var expected = System.Text.Json.JsonDocument.Parse(File.ReadAllText(golden)).RootElement;
            var statements = Read(Path.ChangeExtension(golden, "xml")).Where(r => r.IsSuccess).Select(r => r.Value).ToList();
            var records = expected.GetProperty("getRecords");
            if (records.ValueKind == System.Text.Json.JsonValueKind.Array) Assert.Equal(records.GetArrayLength(), statements.Count);
            var booked = expected.GetProperty("getEntries").EnumerateArray()
                .Where(e => e.GetProperty("getStatus").GetString() is null or "BOOK")
                .Select(e => e.GetProperty("getAmount")).ToList();
            foreach (var currency in booked.Select(a => a.GetProperty("getCurrency").GetProperty("getCode").GetString()!).Distinct())
            {
                var sum = booked.Where(a => a.GetProperty("getCurrency").GetProperty("getCode").GetString() == currency)
                    .Sum(a => long.Parse(a.GetProperty("getAmount").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
                // An entry in another currency than its account, or without any date, is a finding with us, not an entry.
                string[] refused = [BankFileErrors.OtherCurrency.Code, BankFileErrors.BadDate.Code];
                if (statements.Any(s => s.Findings.Any(f => refused.Contains(f.Code)))) continue;
                var ours = statements.Where(s => s.Currency.Code == currency).Sum(s => s.Total.MinorUnits);
                Assert.True(sum == ours, $"{Path.GetFileName(golden)}: {ours} {currency}, expected {sum}; {string.Join("; ", statements.SelectMany(s => s.Findings))}");
                compared++;
            }
        }
        Assert.True(compared > 5, $"{compared} compared");
    }

    [DataFact]
    public void Every_file_there_is_is_read_or_refused_and_nothing_is_thrown()
    {
        var (read, refused) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Data!, "bank"), "*", SearchOption.AllDirectories))
        {
            using var file = File.OpenRead(path);
            var results = BankFiles.BuiltIn.Read(file).ToList();
            using var again = File.OpenRead(path);
            Assert.NotEmpty(results);
            Assert.NotEmpty(RemittanceAdvices.Read(again).ToList());
            if (results[0].IsSuccess) read++;
            else refused++;
            foreach (var result in results)
            {
                if (!result.TryGet(out var statement, out var errors))
                {
                    Assert.All(errors, e => Assert.StartsWith("bank.", e.Code));
                    continue;
                }
                Assert.Equal(statement.Entries.Count, statement.Entries.Select(e => e.Identity).Distinct().Count());
                Assert.All(statement.Findings, f => Assert.True(f.Fact("line") is not null, $"{path}: {f}"));
                if (statement is { Opening: not null, Closing: not null, Balances: false, Findings.Count: 0 }) Assert.Fail($"{path}: differs and says nothing");
            }
        }
        Assert.True(read > 100, $"{read} read, {refused} refused");
    }

    [DataFact]
    public void Every_statement_of_one_bank_balances()
    {
        var statements = Files("Subite-eu__camt-to-coda").Where(f => f.Contains("CAMT_053", StringComparison.Ordinal))
            .SelectMany(Read).Select(Expect.Success).ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements, s => Assert.True(s.Balances && s.Findings.IsEmpty, $"{s.Account} {s.Id}: {string.Join("; ", s.Findings)}"));
    }
}
