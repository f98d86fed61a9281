using System.Globalization;
using System.Xml;

namespace OrderToCash.Banking;

/// <summary>Reads pain.002 of every version, by local names; nothing is resolved or fetched, memory is bounded.</summary>
public static class PaymentStatusReader
{
    /// <summary>The answer, or why it can't be read: <see cref="BankFileErrors"/> of the file, <see
    /// cref="BankFileErrors.NotPaymentStatus"/> for another message.</summary>
    /// <param name="stream">The file; it is read once, forward, and stays open.</param>
    /// <param name="limits">How much to read; <see cref="BankFileLimits.Default"/> when null.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    public static Result<PaymentStatusReport> Read(
        Stream stream, BankFileLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bounds = limits ?? BankFileLimits.Default;
        using var xml = new BankXml(stream, bounds, cancel);
        try
        {
            var root = "";
            while (xml.Read())
            {
                if (!xml.IsElement) continue;
                if (root.Length == 0) root = xml.Name;
                if (xml.Name.StartsWith("CstmrPmtStsRpt", StringComparison.Ordinal)
                    || xml.Name.StartsWith("pain.002", StringComparison.Ordinal))
                    return Result.Success(Of(xml.ReadTree(), bounds));
            }
            return Result.Failure<PaymentStatusReport>(BankFileErrors.NotPaymentStatus.With(
                ("element", root), ("line", Math.Max(1, xml.Line)), ("position", xml.Position)));
        }
        catch (XmlException e)
        {
            return Result.Failure<PaymentStatusReport>(BankXml.Named(e, bounds));
        }
        catch (BankFileRefusedException e)
        {
            return Result.Failure<PaymentStatusReport>(e.Error);
        }
    }

    private static PaymentStatusReport Of(BankElement report, BankFileLimits limits)
    {
        var findings = new StatementFindings(limits.Findings);
        var statuses = new List<PaymentStatus>();
        if (report.At("OrgnlGrpInfAndSts") is { } whole && StatusOf(whole, "GrpSts", "", findings) is { } message)
            statuses.Add(message);
        foreach (var batch in report.All("OrgnlPmtInfAndSts"))
        {
            var id = batch.TextAt("OrgnlPmtInfId");
            if (StatusOf(batch, "PmtInfSts", id, findings) is { } ofBatch) statuses.Add(ofBatch);
            foreach (var transaction in batch.All("TxInfAndSts"))
                if (StatusOf(transaction, "TxSts", id, findings) is { } status) statuses.Add(status);
        }
        // Version 2 has the transactions beside the group, not inside a batch.
        foreach (var transaction in report.All("TxInfAndSts"))
            if (StatusOf(transaction, "TxSts", transaction.TextAt("OrgnlPmtInfId"), findings) is { } status) statuses.Add(status);
        return new()
        {
            MessageId = report.TextAt("GrpHdr", "MsgId"),
            OriginalMessageId = report.TextAt("OrgnlGrpInfAndSts", "OrgnlMsgId"),
            Statuses = [.. statuses],
            Findings = findings.ToArray(),
        };
    }

    private static PaymentStatus? StatusOf(BankElement place, string statusName, string batchId, StatementFindings findings)
    {
        var reason = place.At("StsRsnInf");
        var status = place.TextAt(statusName);
        if (status.Length == 0 && reason is null) return null;
        if (status.Length == 0 && statusName == "TxSts") status = "RJCT";
        if (status.Length == 0) return null;
        var amount = place.At("OrgnlTxRef", "Amt", "InstdAmt") ?? place.At("OrgnlTxRef", "InstdAmt");
        return new()
        {
            BatchId = batchId,
            EndToEndId = CamtText.Reference(place.TextAt("OrgnlEndToEndId")),
            Status = status,
            Reason = ReasonOf(reason?.At("Rsn") ?? reason?.At("StsRsn")),
            Information = string.Join(' ', Texts(reason, "AddtlInf").Concat(Texts(reason, "AddtlStsRsnInf"))),
            Amount = amount is null ? null : AmountOf(amount, findings),
        };
    }

    private static string ReasonOf(BankElement? reason) =>
        reason is null ? "" : reason.TextAt("Cd") is { Length: > 0 } code ? code : reason.TextAt("Prtry");

    private static IEnumerable<string> Texts(BankElement? parent, string name) => parent?.All(name).Select(a => a.Text) ?? [];

    private static Money? AmountOf(BankElement place, StatementFindings findings)
    {
        if (Currency.TryOf(place.Currency, out var currency)
            && decimal.TryParse(place.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Money.TryOf(number, currency, out var money))
            return money;
        findings.Add(BankFileErrors.BadAmount.At("OrgnlTxRef." + place.Name, ("amount", place.Text), ("currency", place.Currency),
            ("line", place.Line), ("position", place.Position)));
        return null;
    }
}
