using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Tax.Tests;

public class ExemptionTests
{
    private static readonly Actor By = Actor.Person("tax");
    private static readonly Instant At = Instant.FromUtc(2024, 1, 10, 9, 0);
    private static readonly ContentHash Scan = ContentHash.OfUtf8("scan"u8);

    private static readonly ExemptionFacts Facts = new()
    {
        Customer = new("C-1"), Kind = ExemptionKind.Resale, States = ["TN", "KY"], From = new(2024, 1, 1), Until = new LocalDate(2024, 12, 31), Number = "R-77", Scan = Scan,
    };

    public static ExemptionCertificate Received(ExemptionFacts? facts = null) =>
        Expect.Success(ExemptionCertificate.Receive(new("CERT-1"), facts ?? Facts, By, At)).State;

    public static ExemptionCertificate Accepted { get; } = Expect.Success(Received().Accept(By, At)).State;

    private static Result<ExemptionCertificate> Sale(ExemptionCertificate certificate, string state = "TN", string document = "INV-1", int month = 3) =>
        certificate.Covers(state, TaxClass.Standard, document, new(2024, month, 1));

    [Fact]
    public void Only_an_accepted_certificate_exempts()
    {
        Expect.Refused(ExemptionErrors.NotAccepted, Sale(Received()));
        Expect.Success(Sale(Accepted));
        Expect.Refused(ExemptionErrors.NotAccepted, Sale(Expect.Success(Received().Reject("illegible", By, At)).State));
    }

    [Fact]
    public void It_exempts_in_its_states_on_its_days_and_for_its_classes()
    {
        Expect.Refused(ExemptionErrors.OtherState, Sale(Accepted, "NY"));
        Expect.Refused(ExemptionErrors.Expired, Accepted.Covers("TN", TaxClass.Standard, "", new(2025, 1, 1)));
        Expect.Refused(ExemptionErrors.Expired, Accepted.Covers("TN", TaxClass.Standard, "", new(2023, 12, 31)));
        var food = Accepted with { Facts = Facts with { Classes = [new("food")] } };
        Expect.Refused(ExemptionErrors.OtherClass, Sale(food));
        Expect.Success(food.Covers("TN", new("food"), "", new(2024, 3, 1)));
    }

    [Fact]
    public void A_single_certificate_is_for_one_document_a_blanket_one_for_all()
    {
        var single = Accepted with { Facts = Facts with { Document = "INV-7" } };
        Expect.Success(Sale(single, document: "INV-7"));
        Expect.Refused(ExemptionErrors.OtherDocument, Sale(single));
    }

    [Fact]
    public void What_was_sold_before_a_revocation_stays_exempt()
    {
        var revoked = Expect.Success(Accepted.Revoke(new(2024, 6, 1), "business closed", By, At)).State;
        Expect.Success(Sale(revoked, month: 5));
        Expect.Refused(ExemptionErrors.NotAccepted, Sale(revoked, month: 6));
        Expect.Refused(ExemptionErrors.NotOpen, revoked.Accept(By, At));
        Expect.Refused(ExemptionErrors.NotOpen, revoked.Renew(null, Scan, By, At));
        Expect.Refused(ExemptionErrors.NotOpen, Accepted.Reject("late", By, At));
    }

    [Fact]
    public void A_renewal_brings_a_new_paper_and_a_new_last_day()
    {
        var renewed = Expect.Success(Accepted.Renew(new LocalDate(2026, 12, 31), ContentHash.OfUtf8("new"u8), By, At)).State;
        Expect.Success(renewed.Covers("TN", TaxClass.Standard, "", new(2026, 12, 31)));
        Expect.Refused(ExemptionErrors.DatesInvalid, Accepted.Renew(new LocalDate(2023, 1, 1), Scan, By, At));
        Assert.Empty(Expect.Success(Accepted.Renew(Facts.Until, Scan, By, At)).Events);
        Assert.Empty(Expect.Success(Accepted.Accept(By, At)).Events);
    }

    [Fact]
    public void A_certificate_without_states_days_or_paper_is_not_taken_in()
    {
        var refused = ExemptionCertificate.Receive(new("X"), Facts with { States = ["tn"], Until = new LocalDate(2023, 1, 1), Scan = default }, By, At);
        Expect.Refused(ExemptionErrors.StatesMissing, refused);
        Expect.Refused(ExemptionErrors.DatesInvalid, refused);
        Expect.Refused(ExemptionErrors.ScanMissing, refused);
        Expect.Refused(ExemptionErrors.ReasonMissing, Received().Reject(" ", By, At));
        Expect.Refused(ExemptionErrors.ReasonMissing, Accepted.Revoke(new(2024, 6, 1), "", By, At));
        Expect.Found(ExemptionErrors.Inconsistent, (Received() with { Status = ExemptionStatus.Revoked }).Check());
    }

    public static Arbitrary<int[]> Commands { get; } = Arb.From(Gen.ArrayOf(Gen.Choose(0, 6)));

    [Property(MaxTest = 500, Arbitrary = [typeof(ExemptionTests)])]
    public bool Any_sequence_of_commands_keeps_the_invariants(int[] commands)
    {
        var state = Received();
        foreach (var command in commands)
        {
            var result = command switch
            {
                0 => state.Accept(By, At),
                1 => state.Reject("no", By, At),
                2 => state.Reject("", By, At),
                3 => state.Renew(new LocalDate(2025, 1, 1), Scan, By, At),
                4 => state.Renew(new LocalDate(2020, 1, 1), Scan, By, At),
                5 => state.Revoke(new(2024, 5, 1), "gone", By, At),
                _ => state.Revoke(new(2024, 5, 1), "", By, At),
            };
            if (!result.IsSuccess) continue;
            var decision = result.Value;
            if (decision.State != decision.Events.Aggregate(state, (s, e) => s.Apply(e)) || !decision.State.Check().IsEmpty) return false;
            state = decision.State;
        }
        return Sale(state).IsSuccess == (state.Status is ExemptionStatus.Accepted or ExemptionStatus.Revoked);
    }
}
