using System.Globalization;
using System.Xml;

namespace OrderToCash.Banking;

/// <summary>
/// REMADV as ERPEL writes it in XML (EDIFACT qualifiers in its extension): amounts 12 remitted, 39 gross, 265 adjustments;
/// adjustment reason 19 is the early-payment discount (UN/EDIFACT 4465).
/// </summary>
internal static class RemadvXml
{
    private const string DiscountReason = "19";

    public static IEnumerable<Result<RemittanceAdvice>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        using var xml = new BankXml(stream, limits, cancel);
        BankElement? document = null;
        DomainError? refusal = null;
        var found = 0;
        while (refusal is null)
        {
            (document, refusal) = Next(xml);
            if (document is null) break;
            found++;
            (var advice, refusal) = ReadOne(document, $"Document[{found}]", limits);
            if (advice is not null) yield return Result.Success(advice);
        }
        if (refusal is null && found == 0)
            refusal = BankFileErrors.NoAdvice.With(("line", Math.Max(1, xml.Line)), ("position", xml.Position));
        if (refusal is not null) yield return Result.Failure<RemittanceAdvice>(refusal);
    }

    private static (RemittanceAdvice? Advice, DomainError? Refusal) ReadOne(
        BankElement document, string path, BankFileLimits limits)
    {
        try
        {
            return (new RemadvDocument(document, path, limits).Read(), null);
        }
        catch (BankFileRefusedException e)
        {
            return (null, e.Error);
        }
    }

    private static (BankElement? Document, DomainError? Refusal) Next(BankXml xml)
    {
        try
        {
            while (xml.Read())
                if (xml.IsElement && xml.Name == "Document") return (xml.ReadTree(), null);
            return (null, null);
        }
        catch (XmlException e)
        {
            return (null, BankXml.Named(e, xml.Limits));
        }
        catch (BankFileRefusedException e)
        {
            return (null, e.Error);
        }
    }

    private sealed class RemadvDocument(BankElement document, string path, BankFileLimits limits)
    {
        private readonly StatementFindings findings = new(limits.Findings);
        private Currency currency;

        public RemittanceAdvice Read()
        {
            var code = document.Currency;
            if (!Currency.TryOf(code, out currency))
                findings.Add(BankFileErrors.UnknownCurrency.At(path,
                    ("currency", code), ("line", document.Line), ("position", document.Position)));
            var extension = document.At("DocumentExtension", "DocumentExtension", "REMADVExtension");
            var total = extension?.At("AmountRemitted") is { } amount ? AmountOf(amount) : null;
            var lines = new List<RemittanceAdviceLine>();
            var together = new AmountsTogether(path);
            if (currency != default)
                foreach (var item in document.All("Details", "ItemList").SelectMany(l => l.All("ListLineItem")))
                    if (LineOf(item, lines.Count + 1) is { } line)
                    {
                        together.Add(line.Paid, item.Line);
                        lines.Add(line);
                    }
            var advice = new RemittanceAdvice
            {
                Number = document.TextAt("DocumentNumber"),
                Date = CamtText.TryDate(document.TextAt("DocumentDate"), out var day) ? day : null,
                PayerName = document.TextAt("Customer", "Address", "Name"),
                PayerId = document.TextAt("Customer", "FurtherIdentification"),
                PayeeId = document.TextAt("Supplier", "FurtherIdentification"),
                Currency = currency,
                Total = total,
                Lines = [.. lines],
            };
            if (total is { } stated && lines.Count > 0 && advice.PaidByLines != stated)
                findings.Add(BankFileErrors.ControlTotal.At(path, ("record", "AmountRemitted"), ("stated", stated),
                    ("found", advice.PaidByLines), ("line", document.Line), ("position", document.Position)));
            return advice with { Findings = findings.ToArray() };
        }

        private RemittanceAdviceLine? LineOf(BankElement item, int number)
        {
            var target = $"{path}.ListLineItem[{number}]";
            var own = item.At("ListLineItemExtension", "ListLineItemExtension", "REMADVListLineItemExtension");
            var amounts = own?.At("MonetaryAmounts");
            var paid = amounts?.At("RemittedAmount", "Amount") is { } amount ? AmountOf(amount) : null;
            if (own is null || amounts is null || paid is not { } money)
            {
                findings.Add(BankFileErrors.BadAmount.At(target, ("amount", ""), ("currency", currency),
                    ("line", item.Line), ("position", item.Position)));
                return null;
            }
            // 381 is a credit note: its amounts are written without a sign, and what it takes is given.
            var isCredit = own.TextAt("BusinessProcessID") is "381" or "83" || own.TextAt("DocumentName") == "GS";
            var (discount, deductions) = (Money.Zero(currency), new List<AdviceDeduction>());
            foreach (var adjustment in amounts.All("Adjustment"))
            {
                if (adjustment.At("AdjustmentMonetaryAmount", "Amount") is not { } place) continue;
                if (AmountOf(place) is not { } value) continue;
                var taken = isCredit ? value : -value;
                if (adjustment.TextAt("ReasonCode") == DiscountReason) discount += taken;
                else deductions.Add(new()
                {
                    Reason = adjustment.TextAt("ReasonCode"),
                    Amount = taken,
                    TaxRate = RateOf(adjustment.TextAt("Tax", "VAT", "Item", "TaxRate")),
                });
            }
            if (amounts.At("Adjustment") is null) (discount, deductions) = Summed(amounts, isCredit);
            var gross = amounts.At("InvoiceGrossAmount", "Amount") is { } full ? AmountOf(full) : null;
            return new()
            {
                DocumentNumber = own.TextAt("DocumentNumber"),
                DocumentDate = CamtText.TryDate(own.TextAt("DocumentDate"), out var day) ? day : null,
                DebtorId = own.TextAt("Customer", "FurtherIdentification"),
                Paid = isCredit ? -money : money,
                Gross = isCredit ? -gross : gross,
                Discount = discount,
                Deductions = [.. deductions],
            };
        }

        // Without single adjustments their sums say what was taken: the discount, and the commission with everything else in it.
        private (Money Discount, List<AdviceDeduction> Deductions) Summed(BankElement amounts, bool isCredit)
        {
            Money Taken(string name) => amounts.At(name, "Amount") is { } place && AmountOf(place) is { } value
                ? isCredit ? value : -value
                : Money.Zero(currency);
            var (discount, other) = (Taken("PaymentDiscountAmount"), Taken("CommissionAmount"));
            return (discount, other.IsZero ? [] : [new() { Amount = other }]);
        }

        private Money? AmountOf(BankElement place)
        {
            const NumberStyles Signed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (decimal.TryParse(place.Text, Signed, CultureInfo.InvariantCulture, out var number)
                && currency != default && Money.TryOf(number, currency, out var money))
                return money;
            findings.Add(BankFileErrors.BadAmount.At($"{path}.{place.Name}", ("amount", place.Text), ("currency", currency),
                ("line", place.Line), ("position", place.Position)));
            return null;
        }

        private static Percentage? RateOf(string text) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
                ? Percentage.Of(rate) : null;
    }
}
