using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrderToCash.Banking.Tests;

/// <summary>Public files beside which somebody else's reader wrote down what is in them: every field of theirs is held against ours.</summary>
public partial class GoldenBankFilesTests
{
    private static string Camt(string below) => Path.Combine(Repository.Data!, "bank", "camt", below);

    private static List<BankStatement> Statements(string file)
    {
        using var stream = File.OpenRead(file);
        return [.. Camt053Reader.Read(stream).Where(r => r.IsSuccess).Select(r => r.Value)];
    }

    [DataFact]
    public void Genkgo_entries_agree_field_by_field()
    {
        var (compared, fields) = (0, 0);
        foreach (var golden in Directory.EnumerateFiles(Camt("genkgo__camt"), "*.json").Order(StringComparer.Ordinal))
        {
            var statements = Statements(Path.ChangeExtension(golden, "xml"));
            var expected = JsonDocument.Parse(File.ReadAllText(golden)).RootElement.GetProperty("getEntries").EnumerateArray().ToList();
            // An entry in another currency than its account's is a finding with us, never money; those that wait are only counted.
            var booked = expected.Where(e => Text(e, "getStatus") is "" or "BOOK").ToList();
            Assert.Equal(expected.Count - booked.Count, statements.Sum(s => s.EntriesNotBooked));
            var ours = statements.SelectMany(s => s.Entries.Select(e => (Statement: s, Entry: e))).ToList();
            if (statements.Any(s => s.Findings.Any(f => f.Code == BankFileErrors.OtherCurrency.Code)) && ours.Count < booked.Count) continue;
            Assert.True(booked.Count == ours.Count, golden);
            foreach (var (theirs, (statement, entry)) in booked.Zip(ours))
            {
                fields += Compare(theirs, statement, entry, Path.GetFileName(golden));
                compared++;
            }
        }
        Assert.True(compared >= 10 && fields >= 180, $"{compared} entries, {fields} fields");
    }

    private static int Compare(JsonElement theirs, BankStatement statement, BankEntry entry, string file)
    {
        var fields = 0;
        void Same(string what, string expected, string found)
        {
            fields++;
            Assert.True(expected == found, $"{file} {what}: '{found}', expected '{expected}'");
        }

        var amount = theirs.GetProperty("getAmount");
        Same("amount", Text(amount, "getAmount"), entry.Amount.MinorUnits.ToString(CultureInfo.InvariantCulture));
        Same("currency", Text(amount.GetProperty("getCurrency"), "getCode"), entry.Amount.Currency.Code);
        Same("direction", Text(theirs, "getCreditDebitIndicator"), entry.Amount.IsNegative ? "DBIT" : "CRDT");
        if (Day(theirs, "getBookingDate") is { } bookedOn) Same("booked", bookedOn, Iso(entry.BookedOn));
        if (Day(theirs, "getValueDate") is { } valueOn) Same("value", valueOn, Iso(entry.ValueOn!.Value));
        if (theirs.GetProperty("getReversalIndicator").GetBoolean()) Same("reversal", "True", $"{entry.IsReversal}");
        var details = theirs.GetProperty("getTransactionDetails") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(d => d.ValueKind == JsonValueKind.String ? theirs.GetProperty("getTransactionDetail") : d).ToList()
            : [];
        var codes = details.Append(theirs).Select(d => Code(d.GetProperty("getBankTransactionCode"))).Where(c => c.Length > 0).ToList();
        if (codes.Count > 0) Assert.Contains(entry.TransactionCode, codes);
        var references = details.Select(d => d.GetProperty("getReference")).Where(r => r.ValueKind == JsonValueKind.Object).ToList();
        var banks = references.Select(r => Text(r, "getAccountServicerReference")).Append(Text(theirs, "getAccountServicerReference"));
        Same("bank reference", banks.FirstOrDefault(b => b.Length > 0) ?? "", entry.BankReference);
        if (details.Count == 1 && references.Count == 1 && entry.BatchedTransactions <= 1)
        {
            Same("end to end", SwiftLike(Text(references[0], "getEndToEndId")), entry.EndToEndId);
            Same("mandate", SwiftLike(Text(references[0], "getMandateId")), entry.MandateId);
            if (Text(references[0], "getInstructionId") is { Length: > 0 } order) Same("order", order, entry.CustomerReference);
        }
        if (Text(theirs, "getBatchPaymentId") is { Length: > 0 } batch) Same("batch", batch, entry.CustomerReference);
        foreach (var detail in details) fields += Parties(detail, entry, file) + Agents(detail, entry, file) + Charges(detail, entry, file) + Remittance(detail, entry, file);
        if (Text(theirs, "getAdditionalInfo") is { Length: > 0 } info && details.All(d => Text(d, "getAdditionalTransactionInformation").Length == 0))
            Same("bank text", info, entry.BankText);
        if (theirs.GetProperty("getRecord") is { ValueKind: JsonValueKind.Object } record) fields += Compare(record, statement, file);
        return fields;
    }

    // The other side of a movement is one of the parties they list, never the account's own.
    private static int Parties(JsonElement detail, BankEntry entry, string file)
    {
        if (detail.GetProperty("getRelatedParties") is not { ValueKind: JsonValueKind.Array } list) return 0;
        var parties = list.EnumerateArray()
            .Select(p => p.ValueKind == JsonValueKind.Object ? p : detail.GetProperty("getRelatedParty"))
            .Where(p => p.ValueKind == JsonValueKind.Object).ToList();
        var names = parties.Select(p => Text(p.GetProperty("getRelatedPartyType"), "getName")).ToList();
        var accounts = parties.Select(p => p.GetProperty("getAccount")).Where(a => a.ValueKind == JsonValueKind.Object).Select(a => Text(a, "getIdentification")).ToList();
        // Where they list the account's own side only, nobody says who the other one is.
        if (accounts.Count == 1 && parties.Count == 1 && accounts[0] == entry.Account) Assert.Equal("", entry.CounterpartyName);
        else if (names.Any(n => n.Length > 0)) Assert.True(names.Contains(entry.CounterpartyName), $"{file}: '{entry.CounterpartyName}' is none of {string.Join(", ", names)}");
        if (entry.CounterpartyAccount.Length > 0) Assert.Contains(entry.CounterpartyAccount, accounts);
        var addresses = parties.Where(p => Text(p.GetProperty("getRelatedPartyType"), "getName") == entry.CounterpartyName)
            .Select(p => p.GetProperty("getRelatedPartyType").GetProperty("getAddress")).ToList();
        if (entry.CounterpartyName.Length > 0 && addresses.Count > 0) Assert.Contains(entry.CounterpartyAddress, addresses.Select(Address));
        return 3;
    }

    private static string Address(JsonElement address)
    {
        if (address.ValueKind != JsonValueKind.Object) return "";
        var lines = address.GetProperty("getAddressLines").EnumerateArray().Select(l => l.GetString()!);
        string[] parts = [$"{Text(address, "getStreetName")} {Text(address, "getBuildingNumber")}", $"{Text(address, "getPostCode")} {Text(address, "getTownName")}", .. lines, Text(address, "getCountry")];
        return string.Join(", ", parts.Select(p => p.Trim()).Where(p => p.Length > 0));
    }

    // The other side's bank is the agent of its role: money in comes from the debtor's.
    private static int Agents(JsonElement detail, BankEntry entry, string file)
    {
        if (detail.GetProperty("getRelatedAgents") is not { ValueKind: JsonValueKind.Array } list) return 0;
        var agents = list.EnumerateArray().Select(a => a.ValueKind == JsonValueKind.Object ? a : detail.GetProperty("getRelatedAgent"))
            .Where(a => a.ValueKind == JsonValueKind.Object).Select(a => a.GetProperty("getRelatedAgentType")).ToLookup(a => Text(a, "__CLASS__").Split('\\')[^1], a => Text(a, "getBIC"));
        if (agents.Count == 0) return 0;
        var role = entry.Amount.IsNegative == entry.IsReversal ? "DebtorAgent" : "CreditorAgent";
        Assert.True(agents[role].Contains(entry.CounterpartyBank), $"{file}: '{entry.CounterpartyBank}' is no {role}");
        return 1;
    }

    // They list what is booked apart as well; it is not kept back of this amount.
    private static int Charges(JsonElement detail, BankEntry entry, string file)
    {
        if (detail.GetProperty("getCharges") is not { ValueKind: JsonValueKind.Object } charges) return 0;
        var records = charges.GetProperty("getRecords").EnumerateArray()
            .Select(r => r.ValueKind == JsonValueKind.Object ? r : charges.GetProperty("getRecord")).Where(r => r.ValueKind == JsonValueKind.Object).ToList();
        var kept = records.Where(r => r.GetProperty("getChargesIncludedIndicator").ValueKind != JsonValueKind.False)
            .Sum(r => -long.Parse(Text(r.GetProperty("getAmount"), "getAmount"), CultureInfo.InvariantCulture));
        Assert.True(kept == entry.Charges.MinorUnits, $"{file}: charges {entry.Charges}, expected {kept}");
        return 1;
    }

    private static int Remittance(JsonElement detail, BankEntry entry, string file)
    {
        var fields = 0;
        var information = detail.GetProperty("getRemittanceInformation");
        if (information.ValueKind == JsonValueKind.Object)
        {
            foreach (var block in Blocks(information, "getUnstructuredBlocks", "getUnstructuredBlock"))
            {
                Assert.Contains(Text(block, "getMessage"), entry.RemittanceText, StringComparison.Ordinal);
                fields++;
            }
            foreach (var block in Blocks(information, "getStructuredBlocks", "getStructuredBlock"))
            {
                Assert.Contains(Text(block, "getAdditionalRemittanceInformation"), entry.RemittanceText, StringComparison.Ordinal);
                if (block.GetProperty("getCreditorReferenceInformation") is { ValueKind: JsonValueKind.Object } reference
                    && Text(reference, "getRef").Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } wanted)
                    Assert.True(entry.Claims.Any(c => c.StructuredReference == wanted), $"{file}: {wanted}");
                fields += 2;
            }
        }
        if (detail.GetProperty("getReturnInformation") is { ValueKind: JsonValueKind.Object } returned && Text(returned, "getCode") is { Length: > 0 } reason)
        {
            Assert.Equal((true, reason), (entry.IsReversal, entry.ReturnReason));
            fields++;
        }
        return fields;
    }

    private static int Compare(JsonElement record, BankStatement statement, string file)
    {
        var fields = 6;
        var number = Text(record, "getElectronicSequenceNumber") is { Length: > 0 } own ? own : Text(record, "getLegalSequenceNumber");
        Assert.Equal((Text(record, "getId"), number), (statement.Id, statement.Sequence));
        Assert.Equal(Text(record.GetProperty("getAccount"), "getIdentification"), statement.Account);
        if (Day(record, "getFromDate") is { } from) Assert.Equal(from, Iso(statement.From!.Value));
        if (Day(record, "getToDate") is { } to) Assert.Equal(to, Iso(statement.To!.Value));
        if (!record.TryGetProperty("getBalances", out var balances) || balances.ValueKind != JsonValueKind.Array) return fields;
        // A balance in another currency than the account's is a finding; OPBD and PRCD are both "opening" with them.
        foreach (var (type, found) in new[] { ("opening", statement.Opening), ("closing", statement.Closing) })
        {
            var theirs = balances.EnumerateArray().Where(b => b.ValueKind == JsonValueKind.Object && Text(b, "getType") == type)
                .Select(b => b.GetProperty("getAmount"))
                .Where(a => Text(a.GetProperty("getCurrency"), "getCode") == statement.Currency.Code)
                .Select(a => Text(a, "getAmount")).ToList();
            fields++;
            Assert.True(found is { } money ? theirs.Contains(money.MinorUnits.ToString(CultureInfo.InvariantCulture)) : theirs.Count == 0, $"{file} {type}: {found}");
        }
        return fields;
    }

    private static IEnumerable<JsonElement> Blocks(JsonElement information, string many, string one) =>
        information.GetProperty(many) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(b => b.ValueKind == JsonValueKind.Object ? b : information.GetProperty(one)).Where(b => b.ValueKind == JsonValueKind.Object)
            : [];

    private static string Code(JsonElement code)
    {
        if (code.GetProperty("getDomain") is { ValueKind: JsonValueKind.Object } domain && Text(domain, "getCode").Length > 0)
            return $"{Text(domain, "getCode")}/{Text(domain.GetProperty("getFamily"), "getCode")}/{Text(domain.GetProperty("getFamily"), "getSubFamilyCode")}";
        return code.GetProperty("getProprietary") is { ValueKind: JsonValueKind.Object } proprietary ? Text(proprietary, "getCode") : "";
    }

    private static string SwiftLike(string text) => text is "NOTPROVIDED" or "NONREF" ? "" : text;

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static string? Day(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.Object } date ? Text(date, "0")[..10] : null;

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    // Their file is a Python literal; what it says of each movement is read back with the names they give.
    [DataFact]
    public void Oca_transactions_agree_field_by_field()
    {
        var compared = 0;
        foreach (var golden in Directory.EnumerateFiles(Camt("OCA__bank-statement-import"), "*.pydata").Order(StringComparer.Ordinal))
        {
            var file = golden.Replace("__golden-", "__test-", StringComparison.Ordinal).Replace(".pydata", "", StringComparison.Ordinal);
            var text = Adjacent().Replace(File.ReadAllText(golden), "");
            var statement = Assert.Single(Statements(file));
            if (!text.Contains("'transactions'", StringComparison.Ordinal))
            {
                Assert.Empty(statement.Entries);
                continue;
            }
            Assert.Contains($"'{statement.Account}'", text, StringComparison.Ordinal);
            Assert.Equal(One(text, "name"), statement.Id);
            if (statement.Opening is { } opening) Assert.Equal(decimal.Parse(One(text, "balance_start"), CultureInfo.InvariantCulture), opening.Amount);
            if (statement.Closing is { } closing) Assert.Equal(decimal.Parse(One(text, "balance_end_real"), CultureInfo.InvariantCulture), closing.Amount);
            var transactions = text.Split("{'account_number'")[1..].Select(t => "{'account_number'" + t).ToList();
            Assert.Equal(transactions.Count, statement.Entries.Count);
            foreach (var (theirs, entry) in transactions.Zip(statement.Entries))
            {
                compared++;
                Assert.Equal((One(theirs, "account_number"), One(theirs, "partner_name")), (entry.CounterpartyAccount, entry.CounterpartyName));
                Assert.Equal(decimal.Parse(One(theirs, "amount"), CultureInfo.InvariantCulture), entry.Amount.Amount);
                Assert.Equal(One(theirs, "date"), Iso(entry.BookedOn));
                // They call the structured reference the reference where there is one, else the end-to-end id.
                Assert.Equal(One(theirs, "ref"), entry.Claims.IsEmpty ? entry.EndToEndId : entry.Claims[0].StructuredReference);
                Assert.Equal(Said(theirs, "End To End Id (Refs/EndToEndId)"), entry.EndToEndId);
                Assert.Equal(Said(theirs, "Instructed Id (Refs/InstrId)"), entry.CustomerReference);
                Assert.Equal(Said(theirs, "Account Servicer Reference (Refs/AcctSvcrRef)"), entry.BankReference);
                if (Said(theirs, "Unstructured Reference (RmtInf/Ustrd)") is { Length: > 0 } said) Assert.Equal(said, entry.RemittanceText);
                if (Said(theirs, "Additional Transaction Information (AddtlTxInf)") is { Length: > 0 } info) Assert.Equal(info, entry.BankText);
                if (Said(theirs, "Additional Entry Information (AddtlNtryInf)") is { Length: > 0 } more) Assert.Equal(more, entry.BankText);
                Assert.Equal(Said(theirs, "Return Reason Code (RtrInf/Rsn/Cd)"), entry.ReturnReason);
                Assert.Equal(Said(theirs, "Reversal Indicator (RvslInd)") == "true", entry.IsReversal);
                // They give the entry's code, we that of the transaction where it has its own.
                Assert.Equal(One(theirs, "transaction_type")[..9].Replace('-', '/'), entry.TransactionCode[..9]);
            }
        }
        Assert.True(compared >= 5, $"{compared} compared");
    }

    private static string One(string text, string key) => Regex.Match(text, $@"'{key}':\s*(?:'([^']*)'|([-\d.]+))") is { Success: true } match
        ? match.Groups[1].Value + match.Groups[2].Value : "";

    private static string Said(string text, string label) => Regex.Match(text, Regex.Escape(label) + @": (.*?)(?:\\n|')") is { Success: true } match ? match.Groups[1].Value : "";

    // Two literals beside each other are one.
    [GeneratedRegex(@"'\s*\n\s*'")]
    private static partial Regex Adjacent();

    [DataFact]
    public void Ecosio_advices_agree_field_by_field()
    {
        var folder = Path.Combine(Repository.Data!, "bank", "remadv", "metasfresh__metasfresh");
        var requests = Directory.EnumerateFiles(folder, "*_20_*.json").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(requests);
        foreach (var request in requests)
        {
            var start = Path.GetFileName(request)[..(Path.GetFileName(request).IndexOf("_20_", StringComparison.Ordinal) + 1)];
            using var file = File.OpenRead(Directory.EnumerateFiles(folder, start + "10_*").Single());
            var advices = RemittanceAdvices.Read(file).Select(Expect.Success).ToList();
            var expected = JsonDocument.Parse(File.ReadAllText(request)).RootElement.GetProperty("remittanceAdviceList").EnumerateArray().ToList();
            Assert.Equal(expected.Count, advices.Count);
            foreach (var (theirs, advice) in expected.Zip(advices)) Compare(theirs, advice);
        }
    }

    private static void Compare(JsonElement theirs, RemittanceAdvice advice)
    {
        Assert.Equal((Text(theirs, "documentNumber"), Text(theirs, "remittanceAmountCurrencyISO")), (advice.Number, advice.Currency.Code));
        Assert.Equal((Text(theirs, "senderId"), Text(theirs, "recipientId")), ("gln-" + advice.PayerId, "gln-" + advice.PayeeId));
        Assert.Equal(theirs.GetProperty("remittedAmountSum").GetDecimal(), advice.Total!.Value.Amount);
        Assert.Equal(Local(theirs, "documentDate"), Iso(advice.Date!.Value));
        var lines = theirs.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(lines.Count, advice.Lines.Count);
        foreach (var (given, line) in lines.Zip(advice.Lines))
        {
            var sign = Text(given, "invoiceBaseDocType") == "ARC" ? -1 : 1;
            Assert.Equal((Text(given, "invoiceIdentifier"), Text(given, "bpartnerIdentifier")), ("doc-" + line.DocumentNumber, "gln-" + line.DebtorId));
            Assert.Equal(Local(given, "dateInvoiced"), Iso(line.DocumentDate!.Value));
            Assert.Equal(given.GetProperty("remittedAmount").GetDecimal(), sign * line.Paid.Amount);
            Assert.Equal(given.GetProperty("invoiceGrossAmount").GetDecimal(), sign * line.Gross!.Value.Amount);
            Assert.Equal(given.GetProperty("paymentDiscountAmount").GetDecimal(), line.Discount.Amount);
            Assert.Equal(given.GetProperty("serviceFeeAmount").GetDecimal(), line.Deductions.Sum(d => d.Amount.Amount));
            Assert.Contains(given.GetProperty("serviceFeeVatRate").GetDecimal(), line.Deductions.Select(d => d.TaxRate!.Value.Value));
        }
    }

    // Their instants are midnight in Vienna.
    private static string Local(JsonElement of, string name) => Iso(NodaTime.Text.InstantPattern.ExtendedIso.Parse(Text(of, name)).Value
        .InZone(NodaTime.DateTimeZoneProviders.Tzdb["Europe/Vienna"]).Date);
}
