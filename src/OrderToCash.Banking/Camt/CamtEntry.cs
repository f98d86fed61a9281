using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>Reads one entry of an account into the movements it is made of.</summary>
internal sealed class CamtEntry(string account, Currency currency, StatementFindings findings, string target,
    LocalDate? undated = null, string owner = "")
{
    private const int MaxTextLength = 10_000;

    /// <summary>
    /// The movements, their identities still to be made; none when the entry can't be read, and then the findings say why.
    /// </summary>
    public IReadOnlyList<BankEntry> Read(BankElement entry)
    {
        var (amount, sign) = (AmountOf(entry.At("Amt") ?? new("Amt", entry.Line, entry.Position)), SignOf(entry));
        var details = entry.All("NtryDtls", "TxDtls").Concat(entry.All("TxDtls")).ToList();
        var other = SettledOn(details) ?? undated;
        var booked = DateOf(entry, "BookgDt", required: other is null && entry.At("ValDt") is null);
        var value = DateOf(entry, "ValDt", required: false);
        if (entry.At("BookgDt") is not null && booked is null || entry.At("ValDt") is not null && value is null) return [];
        if (amount is not { } money || sign is not { } direction || (booked ?? value ?? other) is not { } day) return [];

        var whole = new BankEntry
        {
            Account = account,
            Identity = "",
            BookedOn = day,
            ValueOn = value,
            Amount = direction < 0 ? -money : money,
            IsReversal = entry.TextAt("RvslInd") is "true" or "1",
            BankReference = CamtText.Reference(entry.TextAt("AcctSvcrRef")),
            CustomerReference = CamtBatch.ReferenceOf(entry),
            TransactionCode = CodeOf(entry.At("BkTxCd")),
            InstructedAmount = CamtAmounts.Ordered(entry, money),
            Charges = CamtCharges.Of(entry, currency),
            BankText = entry.TextAt("AddtlNtryInf"),
        };
        whole = whole with { Rate = CamtAmounts.RateOf(entry, whole) };
        var transactions = CamtBatch.CountOf(entry);
        var batched = transactions > 1 ? transactions : 0;
        return details.Count switch
        {
            0 => [whole with { RemittanceText = whole.BankText, BatchedTransactions = batched }],
            1 when transactions <= 1 || DetailAmount(details[0]) == money =>
                [Detailed(whole with { BatchedTransactions = batched }, details[0], whole.Amount, whole.BankText)],
            // One detail without an amount only says what all of the batch have in common.
            1 when DetailAmount(details[0]) is null => [Merged(whole, details, whole.BankText, transactions)],
            _ => Split(whole, details, direction, entry) ?? [Merged(whole, details, whole.BankText, transactions)],
        };
    }

    /// <summary>An amount of the account's currency, at or above zero; else null with a finding.</summary>
    public Money? AmountOf(BankElement amount) =>
        SignedAmountOf(amount) is not { } money ? null
        : money.IsNegative ? Refuse(BankFileErrors.NegativeAmount, amount, ("amount", amount.Text)) : money;

    /// <summary>An amount of the account's currency, with a sign of its own; else null with a finding.</summary>
    public Money? SignedAmountOf(BankElement amount)
    {
        if (!Currency.TryOf(amount.Currency, out var own))
            return Refuse(BankFileErrors.UnknownCurrency, amount, ("currency", amount.Currency));
        if (own != currency)
            return Refuse(BankFileErrors.OtherCurrency, amount, ("currency", own), ("account", currency));
        if (!TryDecimal(amount.Text, out var number) || !Money.TryOf(number, own, out var money))
            return Refuse(BankFileErrors.BadAmount, amount, ("amount", amount.Text), ("currency", own));
        return money;
    }

    /// <summary>1 for CRDT, -1 for DBIT; else null with a finding.</summary>
    public int? SignOf(BankElement parent)
    {
        var indicator = parent.At("CdtDbtInd");
        if (indicator?.Text is "CRDT") return 1;
        if (indicator?.Text is "DBIT") return -1;
        Refuse(BankFileErrors.NoDirection, indicator ?? parent, ("direction", indicator?.Text));
        return null;
    }

    private static bool TryDecimal(string text, out decimal number) => decimal.TryParse(text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private LocalDate? DateOf(BankElement entry, string name, bool required)
    {
        var place = entry.At(name);
        var stated = place?.At("Dt") ?? place?.At("DtTm") ?? place;
        if (stated is not null && CamtText.TryDate(stated.Text, out var date)) return date;
        if (stated is not null || required) Refuse(BankFileErrors.BadDate, stated ?? entry, ("date", stated?.Text));
        return null;
    }

    // Both dates of an entry are optional; a bank that gives neither says when the payment was settled, or dates the statement.
    private static LocalDate? SettledOn(List<BankElement> details)
    {
        foreach (var detail in details)
            foreach (var name in (string[])["IntrBkSttlmDt", "AccptncDtTm"])
                if (CamtText.TryDate(detail.TextAt("RltdDts", name), out var date)) return date;
        return null;
    }

    // The details are movements of their own when each has an amount of the account's currency and together they are the entry,
    // or it and the charges that the bank kept of the sum: those are a movement then too.
    private List<BankEntry>? Split(BankEntry whole, List<BankElement> details, int direction, BankElement entry)
    {
        var movements = new List<BankEntry>(details.Count);
        var rest = whole.Amount;
        foreach (var detail in details)
        {
            if (DetailAmount(detail) is not { } amount) break;
            var signed = (detail.TextAt("CdtDbtInd") switch { "CRDT" => 1, "DBIT" => -1, _ => direction }) < 0 ? -amount : amount;
            rest -= signed;
            movements.Add(Detailed(whole with { Charges = Money.Zero(currency) }, detail, signed, bankText: ""));
        }
        if (movements.Count == details.Count && rest.IsZero) return movements;
        if (movements.Count == details.Count && rest == -whole.Charges)
            return
            [
                .. movements,
                whole with
                {
                    Amount = rest, Charges = Money.Zero(currency), IsReversal = false, RemittanceText = whole.BankText,
                },
            ];
        Refuse(BankFileErrors.DetailsDiffer, entry, ("count", details.Count), ("amount", whole.Amount.Abs()));
        return null;
    }

    private Money? DetailAmount(BankElement detail)
    {
        ReadOnlySpan<BankElement?> candidates =
            [
                detail.At("Amt"), detail.At("AmtDtls", "TxAmt", "Amt"),
                detail.At("AmtDtls", "CntrValAmt", "Amt"), detail.At("AmtDtls", "InstdAmt", "Amt"),
            ];
        foreach (var candidate in candidates)
        {
            if (candidate is null || candidate.Currency != currency.Code || !TryDecimal(candidate.Text, out var number)) continue;
            if (number >= 0 && Money.TryOf(number, currency, out var money)) return money;
        }
        return null;
    }

    private BankEntry Detailed(BankEntry whole, BankElement detail, Money amount, string bankText)
    {
        var returned = detail.At("RtrInf");
        var reversal = whole.IsReversal || returned is not null;
        var other = CamtParties.Of(detail, amount, reversal, account, owner);
        var (text, claims) = CamtRemittance.Of(detail.All("RmtInf"));
        var info = detail.TextAt("AddtlTxInf");
        if (text.Length == 0 && claims.IsEmpty) text = info.Length > 0 ? info : bankText;
        var charges = CamtCharges.Of(detail, currency);
        var reference = CamtText.Reference(detail.TextAt("Refs", "InstrId")) is { Length: > 0 } order
            ? order
            : CamtText.Reference(detail.TextAt("Refs", "PmtInfId"));
        var entry = whole with
        {
            Amount = amount,
            IsReversal = reversal,
            ReturnReason = ReasonOf(returned),
            EndToEndId = CamtText.Reference(detail.TextAt("Refs", "EndToEndId")),
            BankReference = CamtText.Reference(detail.TextAt("Refs", "AcctSvcrRef")) is { Length: > 0 } own
                ? own
                : whole.BankReference,
            MandateId = CamtText.Reference(detail.TextAt("Refs", "MndtId")),
            CustomerReference = reference.Length > 0 ? reference : whole.CustomerReference,
            TransactionCode = CodeOf(detail.At("BkTxCd")) is { Length: > 0 } code ? code : whole.TransactionCode,
            InstructedAmount = CamtAmounts.Ordered(detail, amount.Abs()) ?? whole.InstructedAmount,
            VirtualAccount = other.Virtual,
            CounterpartyName = other.Name,
            CounterpartyAccount = other.Account,
            CounterpartyBank = other.Bank,
            CounterpartyAddress = other.Address,
            RemittanceText = text,
            Claims = claims,
            Charges = charges.IsZero ? whole.Charges : charges,
            BankText = info.Length > 0 ? info : whole.BankText,
        };
        return entry with { Rate = CamtAmounts.RateOf(detail, entry) ?? whole.Rate };
    }

    private BankEntry Merged(BankEntry whole, List<BankElement> details, string bankText, int transactions)
    {
        var parts = details.Select(d => Detailed(whole, d, whole.Amount, "")).ToList();
        var text = string.Join(' ', parts.Select(p => p.RemittanceText).Where(t => t.Length > 0));
        return whole with
        {
            IsReversal = parts.All(p => p.IsReversal),
            ReturnReason = Common(p => p.ReturnReason),
            VirtualAccount = Common(p => p.VirtualAccount),
            CounterpartyName = Common(p => p.CounterpartyName),
            CounterpartyAccount = Common(p => p.CounterpartyAccount),
            CounterpartyBank = Common(p => p.CounterpartyBank),
            CounterpartyAddress = Common(p => p.CounterpartyAddress),
            RemittanceText = text.Length == 0 ? bankText : text.Length > MaxTextLength ? text[..MaxTextLength] : text,
            Claims = parts.SelectMany(p => p.Claims).ToEquatableArray(),
            BatchedTransactions = Math.Max(transactions, details.Count),
        };

        string Common(Func<BankEntry, string> what) => parts.Select(what).Distinct().Take(2).Count() == 1 ? what(parts[0]) : "";
    }

    private static string ReasonOf(BankElement? returned)
    {
        if (returned is null) return "";
        var reason = returned.At("Rsn") ?? returned.At("RtrRsn");
        return reason?.TextAt("Cd") is { Length: > 0 } code ? code : reason?.TextAt("Prtry") ?? "";
    }

    // Domain, family and sub-family; else the bank's own code.
    private static string CodeOf(BankElement? code)
    {
        if (code?.At("Domn") is not { } domain) return code?.TextAt("Prtry", "Cd") ?? "";
        return $"{domain.TextAt("Cd")}/{domain.TextAt("Fmly", "Cd")}/{domain.TextAt("Fmly", "SubFmlyCd")}";
    }

    private Money? Refuse(ErrorCode code, BankElement place, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        findings.Add(code.At($"{target}.{place.Name}", [.. facts, ("line", place.Line), ("position", place.Position)]));
        return null;
    }
}
