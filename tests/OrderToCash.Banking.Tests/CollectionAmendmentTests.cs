using System.Text;

namespace OrderToCash.Banking.Tests;

public sealed class CollectionAmendmentTests
{
    private static readonly Iban Debtor = Iban.Parse("DE02120300000000202051").Value;
    private static readonly Iban Other = Iban.Parse("DE89370400440532013000").Value;

    private static Result<PaymentFileTotals> Write(CollectionAmendment? amendment, out string xml)
    {
        using var stream = new MemoryStream();
        var result = new DirectDebitFile
        {
            MessageId = "MSG-1", CreatedAt = Instant.FromUtc(2026, 3, 2, 8, 0), Sender = "Laternenwerk",
            Batches =
            [
                new()
                {
                    Id = "B-1", CollectOn = new(2026, 3, 20), Scheme = DirectDebitScheme.Core, Sequence = SequenceType.Recurrent,
                    Creditor = new() { Name = "Laternenwerk", Iban = Other }, CreditorId = "DE98ZZZ09999999999",
                    Collections =
                    [
                        new()
                        {
                            EndToEndId = "E-1", Amount = Money.Of(10, Currency.Eur), MandateId = "M-2", MandateSignedOn = new(2026, 1, 2),
                            Debtor = new() { Name = "Nordwind", Iban = Debtor }, Amendment = amendment,
                        },
                    ],
                },
            ],
        }.WriteTo(stream);
        xml = Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("").Replace("  ", "");
        return result;
    }

    [Fact]
    public void A_changed_mandate_says_what_it_was()
    {
        Expect.Success(Write(new() { OriginalMandateId = "M-1", OriginalCreditorName = "Lämpchen", OriginalCreditorId = "DE98ZZZ09999999999", OriginalIban = Other }, out var xml));
        Assert.Contains("<AmdmntInd>true</AmdmntInd><AmdmntInfDtls><OrgnlMndtId>M-1</OrgnlMndtId><OrgnlCdtrSchmeId><Nm>Lampchen</Nm><Id><PrvtId><Othr>"
            + "<Id>DE98ZZZ09999999999</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></OrgnlCdtrSchmeId>"
            + $"<OrgnlDbtrAcct><Id><IBAN>{Other.Value}</IBAN></Id></OrgnlDbtrAcct></AmdmntInfDtls>", xml);
    }

    [Fact]
    public void An_account_at_another_bank_is_not_told()
    {
        Expect.Success(Write(new() { IsOtherBank = true, OriginalIban = Other }, out var xml));
        Assert.Contains("<AmdmntInfDtls><OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct></AmdmntInfDtls>", xml);
        Expect.Success(Write(null, out var plain));
        Assert.DoesNotContain("Amdmnt", plain);
    }

    [Fact]
    public void A_wrong_reference_or_identifier_is_found()
    {
        Expect.Refused(PaymentFileErrors.ReferenceInvalid, Write(new() { OriginalMandateId = "M/" }, out _));
        Expect.Refused(PaymentFileErrors.CreditorIdInvalid, Write(new() { OriginalCreditorId = "X" }, out _));
    }
}
